package dockdiag.playbooks.resolver;

import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.resolver.HostServersOf.HostServers;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.playbooks.resolver.Trouble.Heard;
import dockdiag.playbooks.resolver.Upstream.Origin;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.dns.LookupProbe.Question;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The question what keeps the servers behind a container from answering.
public record TroubleOf(String container) implements Inference<Trouble> {

  /// A name that no server knows (RFC 6761): a second question to one that refuses the first, since
  /// some refuse no more than questions about the root zone.
  private static final Question NOBODY = new Question("invalid.", LookupProbe.Type.A);

  @Override
  public Trouble infer(Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(container));
    if (resolver.upstreams().isEmpty() || isKeptInside(resolver, facts)) {
      return new Trouble(Blame.NONE, List.of(), Optional.empty());
    }
    List<Heard> heard = new ArrayList<>();
    for (Upstream upstream : resolver.upstreams()) {
      heard.add(heard(upstream, facts));
    }
    if (heard.stream().noneMatch(Heard::isOfUse)) {
      return dead(resolver, heard, facts);
    }
    Heard first = heard.getFirst();
    Blame blame =
        !first.isOfUse()
            ? Blame.FIRST
            : first.lookup().isIntermittent()
                ? Blame.LOSS
                : isAskedInVain(resolver, facts) ? Blame.STALE : Blame.NONE;
    return new Trouble(blame, heard, Optional.empty());
  }

  private static Heard heard(Upstream upstream, Facts facts) throws Unobservable {
    Lookup lookup = upstream.lookup(facts);
    boolean fine = new Heard(upstream, lookup, Optional.empty()).isOfUse();
    Optional<Lookup> control =
        (fine && !lookup.isIntermittent()) || upstream.isAskedByHost()
            ? Optional.empty()
            : Optional.of(facts.get(upstream.control()));
    return new Heard(upstream, lookup, control);
  }

  private static Trouble dead(Resolver resolver, List<Heard> heard, Facts facts)
      throws Unobservable {
    Upstream first = heard.getFirst().upstream();
    if (heard.stream().anyMatch(Heard::isRefusal) && isRefusedAlways(heard, facts)) {
      return new Trouble(Blame.REFUSAL, heard, Optional.empty());
    }
    End way = Ways.of(first, resolver.container(), Protocol.UDP, facts);
    if (Ways.rule(way).isPresent()) {
      return new Trouble(Blame.RULE, heard, Optional.of(way));
    }
    return new Trouble(blamed(first, facts), heard, Optional.of(way));
  }

  private static Blame blamed(Upstream first, Facts facts) throws Unobservable {
    return switch (first.origin()) {
      case FALLBACK -> Blame.FALLBACK;
      case OPTION, DAEMON -> Blame.OPTION;
      case HOST -> Blame.SILENCE;
      case FILE -> hasOther(facts) ? Blame.STALE : Blame.SILENCE;
    };
  }

  /// Whether the host asks somebody who answers.
  private static boolean hasOther(Facts facts) throws Unobservable {
    HostServers host = facts.infer(new HostServersOf());
    if (host.servers().isEmpty()) {
      return false;
    }
    Upstream own =
        Upstream.of(host.servers().getFirst(), Namespace.HOST, Origin.HOST, host.probe());
    return own.lookup(facts).isAnswered();
  }

  /// Before engine 25 nobody tells whom the embedded server asks. Where the host's servers answer
  /// this container and the embedded one gets no answer, it asks others: those of its start.
  private static boolean isAskedInVain(Resolver resolver, Facts facts) throws Unobservable {
    if (!resolver.isEmbedded()
        || !resolver.conf().external().isEmpty()
        || resolver.upstreams().getFirst().origin() != Origin.HOST) {
      return false;
    }
    String itself = resolver.container().name();
    if (!facts.get(EmbeddedServer.own(resolver.inside(), itself)).isAnswered()) {
      return false; // it answers nobody, whomever it asks
    }
    Lookup through = facts.get(EmbeddedServer.outside(resolver.inside()));
    return !through.isAnswered()
        || through.reply().map(reply -> reply.code().equals("SERVFAIL")).orElse(false);
  }

  private static boolean isRefusedAlways(List<Heard> heard, Facts facts) throws Unobservable {
    for (Heard one : heard) {
      Upstream upstream = one.upstream();
      LookupProbe again = LookupProbe.udp(upstream.asker(), upstream.address(), NOBODY, 1);
      boolean refused =
          facts.get(again).reply().map(reply -> reply.code().equals("REFUSED")).orElse(true);
      if (one.isRefusal() && !refused) {
        return false;
      }
    }
    return true;
  }

  /// Whether all its networks are internal: it is not to ask the outside at all.
  private static boolean isKeptInside(Resolver resolver, Facts facts) throws Unobservable {
    Set<String> networks = resolver.networks();
    List<DockerNetwork> its =
        facts.get(new NetworksProbe()).stream().filter(one -> networks.contains(one.id())).toList();
    return !its.isEmpty() && its.stream().allMatch(DockerNetwork::internal);
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.EmbeddedServer;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import java.util.Optional;
import java.util.Set;

/// The engine's DNS server does not answer in the container's namespace.
public final class EmbeddedDnsUnreachable implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    if (!resolver.isEmbedded()) {
      return Optional.empty();
    }
    LookupProbe probe = EmbeddedServer.own(resolver.inside(), naming.container());
    Lookup lookup;
    try {
      lookup = facts.get(probe);
    } catch (Unobservable unsent) {
      if (unsent.reason() != Reason.PASSIVE) {
        throw unsent;
      }
      return predicted(naming, resolver, facts, unsent);
    }
    if (lookup.isAnswered()) {
      return Optional.empty();
    }
    Finding finding = Finding.error(naming.subject()).because(probe, lookup.toString());
    return Optional.of(explained(finding, resolver, facts).mend(restart(naming)));
  }

  /// Its silence proves the fault; what is missing explains it, as far as that can be seen.
  private static Finding explained(Finding finding, Resolver resolver, Facts facts) {
    try {
      return told(finding, EmbeddedServer.of(resolver.inside(), facts));
    } catch (Unobservable unseen) {
      return finding;
    }
  }

  @Override
  public Set<String> brings() {
    return Set.of("name-not-found");
  }

  /// Where nothing may be sent, sockets and rules tell.
  private static Optional<Finding> predicted(
      Naming naming, Resolver resolver, Facts facts, Unobservable unsent) throws Unobservable {
    EmbeddedServer server = EmbeddedServer.of(resolver.inside(), facts);
    if (server.isLedTo()) {
      throw unsent;
    }
    return Optional.of(told(Finding.error(naming.subject()), server).mend(restart(naming)));
  }

  private static Finding told(Finding finding, EmbeddedServer server) {
    return finding
        .because(server.sockets(), "sockets on 127.0.0.11: " + Evidence.list(server.ports()))
        .because(server.rules(), "rules that lead to them: " + Evidence.list(server.leading()));
  }

  private static Remedy restart(Naming naming) {
    return Remedy.automatic("restart", CommandLine.of("docker", "restart", naming.container()));
  }
}

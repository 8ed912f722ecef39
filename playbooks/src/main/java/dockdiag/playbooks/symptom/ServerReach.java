package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Reach.Fate;
import dockdiag.playbooks.resolver.EmbeddedServer;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Trouble;
import dockdiag.playbooks.resolver.TroubleOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import dockdiag.probes.dns.LookupProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The servers of a container, one after the other, and what real questions to them met.
final class ServerReach {

  private ServerReach() {}

  static List<Reach> of(Naming naming, Facts facts) {
    List<Reach> rows = new ArrayList<>();
    try {
      Resolver resolver = facts.infer(new ResolverOf(naming.container()));
      if (resolver.isEmbedded()) {
        LookupProbe own = EmbeddedServer.own(resolver.inside(), naming.container());
        rows.add(row(naming, own, facts.get(own)));
      }
      for (Trouble.Heard heard : facts.infer(new TroubleOf(naming.container())).heard()) {
        rows.add(row(naming, heard.upstream().probe(), heard.lookup()));
      }
    } catch (Unobservable unknown) {
      return rows; // the checks say what could not be seen; the table shows what was
    }
    return rows;
  }

  private static Reach row(Naming naming, LookupProbe probe, Lookup lookup) {
    return new Reach(
        naming.subject(),
        probe.from() instanceof Namespace.OfContainer ? "container" : "host",
        probe.server().isIpv6() ? "ipv6" : "ipv4",
        probe.port().protocol().toString(),
        probe.server().with(probe.port().number()),
        Optional.empty(),
        Optional.of(fate(lookup)),
        Optional.empty());
  }

  private static Fate fate(Lookup lookup) {
    if (lookup.isAnswered()) {
      return Fate.DELIVERED;
    }
    return switch (lookup.failure().orElse("silent")) {
      case "silent", "timed-out" -> Fate.DROPPED;
      case "refused" -> Fate.REFUSED;
      default -> Fate.UNREACHABLE;
    };
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Resolution;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Upstream;
import dockdiag.playbooks.resolver.Ways;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.net.Protocol;
import java.util.List;
import java.util.Optional;

/// An answer is too large for a datagram, and the server cannot be asked by TCP.
public final class DnsTcpBlocked implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    Resolution resolution =
        facts.infer(new ResolutionOf(naming.container(), naming.name().orElseThrow()));
    for (Try one : resolution.tries()) {
      for (Resolution.Asked asked : List.of(one.ipv4(), one.ipv6())) {
        if (asked.isCut()) {
          return Optional.of(finding(naming, asked, facts));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Naming naming, Resolution.Asked asked, Facts facts)
      throws Unobservable {
    LookupProbe byTcp = asked.probe().tcp();
    Finding finding =
        Finding.error(naming.subject())
            .word("server", asked.probe().server())
            .because(asked.probe(), "udp: " + asked.lookup())
            .because(byTcp, "tcp: " + facts.get(byTcp));
    return ruled(finding, naming, facts).mend(Remedy.byHand("tcp"));
  }

  private static Finding ruled(Finding finding, Naming naming, Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    Finding known = finding;
    for (Upstream first : resolver.upstreams().stream().limit(1).toList()) {
      LookupProbe upstream = first.probe().tcp();
      known = known.because(upstream, "tcp: " + facts.get(upstream));
      Optional<Place> rule = Ways.rule(Ways.of(first, resolver.container(), Protocol.TCP, facts));
      known = rule.isPresent() ? Outside.ruled(known, rule.get()) : known;
    }
    return known;
  }
}

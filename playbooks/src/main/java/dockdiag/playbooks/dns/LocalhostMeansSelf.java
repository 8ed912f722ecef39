package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsProbe;
import java.util.Optional;

/// The name means the asking container itself.
public final class LocalhostMeansSelf implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    String name = naming.name().orElseThrow();
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    HostsProbe file = new HostsProbe(resolver.inside());
    return InHosts.of(resolver, name, facts)
        .filter(entry -> entry.address().isLoopback())
        .map(
            entry ->
                Finding.warning(naming.subject())
                    .because(file, entry.toString())
                    .mend(Remedy.byHand("name")));
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolution.Try;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;

/// The name has an IPv6 address alone, and the container has no way there.
public final class AaaaWithoutRoute implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    if (naming.name().isEmpty()) {
      return Optional.empty();
    }
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    Optional<Try> found =
        facts.infer(new ResolutionOf(naming.container(), naming.name().get())).found();
    if (found.isEmpty() || !found.get().ipv4().addresses().isEmpty()) {
      return Optional.empty();
    }
    Address address = found.get().ipv6().addresses().getFirst();
    RoutingProbe routes = new RoutingProbe(resolver.inside(), IpVersion.V6);
    List<TableRoute> there =
        facts.get(routes).routes().stream()
            .filter(
                route ->
                    route.type() == TableRoute.Type.UNICAST
                        && route.destination().contains(address))
            .toList();
    return there.isEmpty()
        ? Optional.of(
            Finding.error(naming.subject())
                .word("address", address)
                .because(found.get().ipv6().probe(), found.get().ipv6().lookup().toString())
                .because(routes, "no route to " + address)
                .mend(Remedy.byHand("ipv6")))
        : Optional.empty();
  }
}

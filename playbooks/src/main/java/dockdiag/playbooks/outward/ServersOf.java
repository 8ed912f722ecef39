package dockdiag.playbooks.outward;

import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Upstream;
import dockdiag.playbooks.resolver.Upstream.Origin;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;

/// The question which DNS servers beyond this host somebody named for it or for the container;
/// those that the engine takes by itself nobody named.
record ServersOf(String container) implements Inference<List<Outing>> {

  @Override
  public List<Outing> infer(Facts facts) throws Unobservable {
    Resolver resolver = facts.infer(new ResolverOf(container));
    List<Address> own = facts.get(new AddressesProbe(Namespace.HOST));
    List<DockerNetwork> bridges =
        facts.get(new NetworksProbe()).stream().filter(one -> one.bridge().isPresent()).toList();
    boolean ipv6 = facts.infer(new Ipv6Alone(container));
    List<Outing> outings = new ArrayList<>();
    for (Upstream upstream : resolver.upstreams()) {
      Address address = upstream.address();
      boolean isHere =
          address.isLoopback()
              || own.contains(address)
              || bridges.stream().anyMatch(bridge -> bridge.contains(address));
      if (!isHere && address.isIpv6() == ipv6 && upstream.origin() != Origin.FALLBACK) {
        outings.add(Outing.of(container, Target.server(upstream), facts));
      }
    }
    return outings;
  }
}

package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.AddressPool;
import dockdiag.probes.docker.AddressPoolsProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// No subnet is left for networks that name none.
public final class AddressPoolExhausted implements Check<Scope> {

  /// What the engine takes where it is told nothing (ipamutils of moby, 18.09 to 29).
  private static final List<AddressPool> OWN =
      Stream.concat(
              Stream.of("172.17.0.0/16", "172.18.0.0/16", "172.19.0.0/16", "172.20.0.0/14")
                  .map(base -> new AddressPool(new Subnet(base), 16)),
              Stream.of(
                  new AddressPool(new Subnet("172.24.0.0/14"), 16),
                  new AddressPool(new Subnet("172.28.0.0/14"), 16),
                  new AddressPool(new Subnet("192.168.0.0/16"), 20)))
          .toList();

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    List<AddressPool> told = facts.get(new AddressPoolsProbe());
    List<AddressPool> pools = told.isEmpty() ? OWN : told;
    List<Subnet> taken =
        facts.get(new NetworksProbe()).stream()
            .flatMap(network -> network.pools().stream())
            .map(DockerNetwork.Pool::subnet)
            .toList();
    return parts(pools).anyMatch(part -> isFree(part, taken))
        ? Optional.empty()
        : Optional.of(found(scope, pools, taken));
  }

  private static Stream<Subnet> parts(List<AddressPool> pools) {
    return pools.stream().flatMap(pool -> pool.base().parts(pool.size()));
  }

  private static boolean isFree(Subnet part, List<Subnet> taken) {
    return taken.stream().noneMatch(part::overlaps);
  }

  private static Finding found(Scope scope, List<AddressPool> pools, List<Subnet> taken) {
    List<String> ranges =
        pools.stream().map(pool -> pool.base() + " in parts of /" + pool.size()).toList();
    return Finding.warning(scope.subject())
        .word("number", taken.size())
        .because(new AddressPoolsProbe(), "pools " + Evidence.list(ranges))
        .because(new NetworksProbe(), "subnets " + Evidence.list(taken))
        .mend(Remedy.byHand("remove", "docker network rm NAME"))
        .mend(Remedy.byHand("widen"));
  }
}

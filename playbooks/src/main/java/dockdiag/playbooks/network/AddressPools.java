package dockdiag.playbooks.network;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.AddressPool;
import dockdiag.probes.docker.AddressPoolsProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.stream.Stream;

/// The subnets that the engine has for networks that name none.
///
/// @param taken the subnets of its networks
/// @param parts all that it has
/// @param free how many of these none of those overlaps
record AddressPools(List<AddressPool> pools, List<Subnet> taken, long parts, long free) {

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

  /// Of a pool that is cut into more parts, those behind are free for long.
  private static final int MOST = 4096;

  /// Of this engine.
  record Of() implements Inference<AddressPools> {

    @Override
    public AddressPools infer(Facts facts) throws Unobservable {
      List<AddressPool> told = facts.get(new AddressPoolsProbe());
      List<AddressPool> pools = told.isEmpty() ? OWN : told;
      List<Subnet> taken =
          facts.get(new NetworksProbe()).stream()
              .flatMap(network -> network.pools().stream())
              .map(DockerNetwork.Pool::subnet)
              .toList();
      List<Subnet> parts =
          pools.stream().flatMap(pool -> pool.base().parts(pool.size()).limit(MOST)).toList();
      long free = parts.stream().filter(part -> isFree(part, taken)).count();
      return new AddressPools(pools, taken, parts.size(), free);
    }
  }

  private static boolean isFree(Subnet part, List<Subnet> taken) {
    return taken.stream().noneMatch(part::overlaps);
  }

  /// With what shows it.
  Finding seen(Finding finding) {
    List<String> ranges =
        pools.stream().map(pool -> pool.base() + " in parts of /" + pool.size()).toList();
    return finding
        .because(new AddressPoolsProbe(), "pools " + Evidence.list(ranges))
        .because(new NetworksProbe(), "subnets " + Evidence.list(taken));
  }
}

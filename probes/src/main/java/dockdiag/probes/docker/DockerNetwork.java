package dockdiag.probes.docker;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network as the engine knows it, `docker network inspect`.
///
/// @param driver `bridge`, `host`, `null`, `macvlan`, `ipvlan`, `overlay`, or a plugin's
/// @param scope `local`, or `swarm` where all nodes share it
/// @param internal `--internal`: no way out, nothing is published
/// @param ingress the swarm's routing mesh
/// @param options of the driver, `-o`
public record DockerNetwork(
    String id,
    String name,
    String driver,
    String scope,
    boolean internal,
    boolean attachable,
    boolean ingress,
    boolean ipv6,
    List<Pool> pools,
    Map<String, String> options,
    Map<String, String> labels) {

  /// Addresses that the network gives to its containers.
  ///
  /// @param gateway empty where none was named; the engine then took the first address
  /// @param range the part of the subnet that it gives by itself; empty: all of it
  public record Pool(Subnet subnet, Optional<Address> gateway, Optional<Subnet> range) {

    /// What the engine gives by itself.
    public Subnet given() {
      return range.orElse(subnet);
    }
  }

  /// The name of the bridge on the host; empty where the driver makes none.
  public Optional<String> bridge() {
    if (!driver.equals("bridge")) {
      return Optional.empty();
    }
    String generated = "br-" + id.substring(0, Math.min(12, id.length()));
    return Optional.of(options.getOrDefault("com.docker.network.bridge.name", generated));
  }

  /// The host's interface under a macvlan or ipvlan network; empty on others.
  public Optional<String> parent() {
    return Optional.ofNullable(options.get("parent"))
        .filter(parent -> driver.equals("macvlan") || driver.equals("ipvlan"));
  }

  /// Whether a subnet of this network holds the address.
  public boolean contains(Address address) {
    return pools.stream().anyMatch(pool -> pool.subnet().contains(address));
  }
}

package dockdiag.probes.swarm;

import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A service of a swarm, `docker service inspect`.
///
/// @param endpointMode `vip` or `dnsrr`
/// @param replicas how many tasks there shall be; empty where one runs on each node
public record Service(
    String id,
    String name,
    String image,
    String endpointMode,
    OptionalInt replicas,
    List<ServicePort> ports) {

  /// A port that is published.
  ///
  /// @param published the port on the nodes; empty where the swarm has not chosen one yet
  /// @param mode `ingress`: on every node; `host`: on nodes with a task
  public record ServicePort(Port target, Optional<Port> published, String mode) {}
}

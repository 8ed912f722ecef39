package dockdiag.probes.swarm;

import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A service of a swarm, `docker service inspect`.
///
/// @param mode `replicated`, `global`: one task on each node, `replicatedjob`, `globaljob`
/// @param endpointMode `vip` or `dnsrr`
/// @param replicas how many tasks there shall be; empty where one runs on each node
/// @param constraints which nodes may have its tasks: `node.labels.disk==ssd`
/// @param networks ids of those in which it has a virtual address
public record Service(
    String id,
    String name,
    String image,
    String mode,
    String endpointMode,
    OptionalInt replicas,
    List<String> constraints,
    List<String> networks,
    List<ServicePort> ports) {

  /// A port that is published.
  ///
  /// @param published the port on the nodes; empty where the swarm has not chosen one yet
  /// @param mode `ingress`: on every node; `host`: on nodes with a task
  public record ServicePort(Port target, Optional<Port> published, String mode) {

    /// Whether every node shall answer for it.
    public boolean isIngress() {
      return mode.equals("ingress");
    }
  }

  /// How many tasks it shall have at least.
  public int wanted() {
    return replicas.orElse(1);
  }

  /// Whether its tasks shall end some time.
  public boolean isJob() {
    return mode.endsWith("job");
  }
}

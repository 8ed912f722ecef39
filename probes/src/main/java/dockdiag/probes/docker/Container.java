package dockdiag.probes.docker;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A container as the engine describes it, `docker inspect`.
///
/// @param name without the slash before it
/// @param health empty where no health check is configured
/// @param endpoints its networks, in the engine's order
public record Container(
    String id,
    String name,
    State state,
    Optional<Health> health,
    RestartPolicy restartPolicy,
    Config config,
    Networking networking,
    List<Endpoint> endpoints) {

  /// What it is doing.
  public enum Status {
    /// Never started, or its start failed.
    CREATED,
    /// Its first process runs.
    RUNNING,
    /// Frozen by `docker pause`.
    PAUSED,
    /// Ended; the engine waits to start it again.
    RESTARTING,
    /// About to be gone.
    REMOVING,
    /// Its first process ended.
    EXITED,
    /// Could not be removed.
    DEAD
  }

  /// How it is and how it came to be so.
  ///
  /// @param pid its first process as the engine numbers it, 0 where there is none
  /// @param error why the last start failed; empty where it did not
  /// @param startedAt empty where it never ran
  /// @param finishedAt empty where it never ended
  public record State(
      Status status,
      int pid,
      int exitCode,
      boolean oomKilled,
      String error,
      Optional<Instant> startedAt,
      Optional<Instant> finishedAt,
      int restartCount) {}

  /// When the engine starts it again: `no`, `always`, `unless-stopped`, `on-failure`.
  ///
  /// @param maximumRetryCount 0 is without end
  public record RestartPolicy(String name, int maximumRetryCount) {}

  /// What runs in it.
  ///
  /// @param image the image's name as it was given
  /// @param command the first process: path and arguments
  /// @param env the environment, in order, secrets included
  public record Config(
      String image,
      String imageId,
      List<String> command,
      List<String> entrypoint,
      List<String> cmd,
      Set<Port> exposedPorts,
      Map<String, String> labels,
      String user,
      String hostname,
      Map<String, String> env) {}

  /// How it was asked to be connected, and what became of its ports.
  ///
  /// @param publishAll `-P`
  /// @param published empty while it does not run
  /// @param dns `--dns`
  /// @param extraHosts `--add-host`, as `name:address`
  /// @param links `--link`, as `/target:/container/alias`
  public record Networking(
      NetworkMode mode,
      boolean publishAll,
      List<RequestedPort> requested,
      List<PublishedPort> published,
      List<Address> dns,
      List<String> extraHosts,
      List<String> links) {}

  /// Whether its first process exists, be it frozen.
  public boolean hasProcess() {
    return state.pid() > 0;
  }

  /// What the engine has published.
  public List<PublishedPort> published() {
    return networking.published();
  }

  /// What was asked to be published.
  public List<RequestedPort> requested() {
    return networking.requested();
  }

  /// Its addresses on all networks, of both families.
  public List<Address> addresses() {
    return endpoints.stream().flatMap(endpoint -> endpoint.addresses().stream()).toList();
  }
}

package dockdiag.probes.host;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a live host is asked.
///
/// @param engine what `--host` says
/// @param environment the variables that the docker command reads: DOCKER_HOST, DOCKER_CONTEXT, …
/// @param deadline the most that one request may take
/// @param manner whether packets are sent and namespaces entered
public record LiveOptions(
    Optional<String> engine, Map<String, String> environment, Duration deadline, Manner manner) {

  /// What a request may do.
  public enum Manner {
    /// Sends packets and enters namespaces.
    ACTIVE,
    /// Does neither; what `/proc` tells from outside is still read.
    PASSIVE
  }

  public LiveOptions {
    environment = Map.copyOf(environment);
  }

  /// Three seconds, active, the engine that the environment names.
  public static LiveOptions of(Map<String, String> environment) {
    return new LiveOptions(
        Optional.empty(), environment, Duration.ofSeconds(3), LiveOptions.Manner.ACTIVE);
  }
}

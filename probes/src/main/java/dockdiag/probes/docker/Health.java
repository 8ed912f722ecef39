package dockdiag.probes.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the engine's health check of a container says, `State.Health`, and how it is made,
/// `Config.Healthcheck`.
///
/// @param status empty while the container has never been started
/// @param failingStreak failures in a row
/// @param runs the last ones, oldest first, at most five
/// @param test the command: `CMD …` or `CMD-SHELL …`
/// @param interval empty where the engine's default of 30 s holds
public record Health(
    Optional<Status> status,
    int failingStreak,
    List<Run> runs,
    List<String> test,
    Optional<Duration> interval) {

  /// The engine's judgement.
  public enum Status {
    /// Not judged yet.
    STARTING,
    /// The last run succeeded.
    HEALTHY,
    /// As many failures in a row as `--health-retries` says.
    UNHEALTHY
  }

  /// One run of the test.
  ///
  /// @param exitCode 0 is success; -1 where it ran into its time-out
  /// @param output its output's first 4096 bytes, untrusted
  public record Run(Optional<Instant> start, Optional<Instant> end, int exitCode, String output) {}
}

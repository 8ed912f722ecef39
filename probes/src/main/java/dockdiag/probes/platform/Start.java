package dockdiag.probes.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a container is to start, or what one made of an image would: as the engine and its runtime
/// read it.
///
/// @param image the image's id
/// @param command program and arguments: the entrypoint with the command behind it
/// @param path the folders of `PATH`, where the program's name has no slash
/// @param workingDirectory where a name with a slash and no root is looked for
/// @param user as `USER` has it: name or number, with or without a group; empty is root
/// @param security `SecurityOpt`, as it was given: `seccomp=unconfined`, `label=disable`
/// @param run how it went; empty of an image
public record Start(
    String image,
    List<String> command,
    List<String> path,
    String workingDirectory,
    String user,
    boolean privileged,
    List<String> security,
    Optional<Run> run) {

  /// The folders that are searched where `PATH` is not set (runc, libcontainer/init_linux.go takes
  /// the engine's: moby, oci/defaults.go).
  static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  /// How the last start of a container went.
  ///
  /// @param status `created`, `running`, `exited`, …
  /// @param error what the engine says of a start that failed; empty where it did not
  public record Run(String status, int exitCode, String error) {

    /// Whether its first process runs, which proves that it could start.
    public boolean isRunning() {
      return status.equals("running") || status.equals("paused");
    }
  }

  public Start {
    command = List.copyOf(command);
    path = List.copyOf(path);
    security = List.copyOf(security);
  }

  static List<String> folders(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", DEFAULT_PATH);
    return List.of(path.split(":")).stream().filter(one -> !one.isEmpty()).toList();
  }
}

package dockdiag.probes.daemon;

import java.util.List;
import java.util.Optional;

/// The engine's settings file as it would read it at its next start.
///
/// @param path `/etc/docker/daemon.json`, or what the command line names
/// @param nonsense what is no JSON object about it; empty where it is one, or there is no file
/// @param twice its settings that stand on the command line, too
public record DaemonFile(String path, Optional<String> nonsense, List<String> twice) {

  public DaemonFile {
    twice = List.copyOf(twice);
  }
}

package dockdiag.testenv;

import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.LabUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// What the lab needs of the machine: Linux, root, leave to make namespaces, Debian's apt.
public final class LabNeeded {
  private LabNeeded() {}

  /// Skips the running test, saying why, where the lab cannot run; where `CI=true` it fails.
  public static void orSkip() {
    whatIsMissing().ifPresent(LabNeeded::skip);
  }

  /// Starts the host, or skips the running test as [#orSkip] does, also where Debian's packages
  /// cannot be had.
  public static DockerHost start(HostSetup setup) {
    orSkip();
    try {
      return setup.start();
    } catch (LabUnavailable e) {
      skip(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /// What this machine lacks, or nothing.
  public static Optional<String> whatIsMissing() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.of("this is not Linux");
    }
    if (!System.getProperty("user.name").equals("root")) {
      return Optional.of("this is not root, who alone may make namespaces");
    }
    if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
      return Optional.of("this is not Debian: no apt-get");
    }
    Command.Ended unshare = Command.of("unshare", "--net", "--mount", "--pid", "-f", "true").run();
    return unshare.status() == 0
        ? Optional.empty()
        : Optional.of("no namespaces may be made here: " + unshare.err().strip());
  }

  private static void skip(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      throw new LabUnavailable(reason);
    }
    Assumptions.abort("no lab: " + reason);
  }
}

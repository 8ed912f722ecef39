package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Command;
import dockdiag.testenv.scenario.socket.ListenerOnLoopback;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A user who may ask the engine and nothing else is told what he cannot see, and nothing false.
@DockerHostTest(shared = true)
class UnprivilegedTest {

  @Test
  void whatOnlyRootSeesIsMissingAndNothingFalseIsSaid(DockerHost host, @TempDir Path folder)
      throws IOException {
    new ListenerOnLoopback().arrange(host);

    Command.Ended ended = asNobody(host, folder, "ports", "mysql", "--format", "json");

    Asked asked = Asked.said(ended.status(), ended.out());
    assertThat(asked.diagnoses()).isEmpty();
    assertThat(asked.verdict()).isEqualTo("inconclusive");
    assertThat(asked.status()).isEqualTo(3);
    List<JsonObject> missing = Asked.objects(asked.report(), "missing");
    assertThat(missing).extracting(one -> Asked.text(one, "reason")).containsOnly("needs root");
    assertThat(missing)
        .extracting(one -> Asked.text(one, "probe"))
        .contains("/proc/sys/net/ipv4/ip_forward")
        .anyMatch(probe -> probe.endsWith("/net/{tcp,tcp6,udp,udp6}"));
  }

  /// Runs dockdiag in a JVM of its own, from copies that anybody may read.
  private static Command.Ended asNobody(DockerHost host, Path folder, String... words)
      throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path socket = Files.createLink(folder.resolve("docker.sock"), host.socket());
    Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
    return Command.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")
        .and(System.getProperty("java.home") + "/bin/java", "--enable-native-access=ALL-UNNAMED")
        .and("-cp", classPath(folder), "dockdiag.cli.Dockdiag")
        .and(words)
        .with("DOCKER_HOST", "unix://" + socket)
        .run();
  }

  private static String classPath(Path folder) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> copies = new ArrayList<>();
    for (String entry : path.split(File.pathSeparator)) {
      copies.add(copy(Path.of(entry), folder.resolve("" + copies.size())).toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static Path copy(Path from, Path folder) throws IOException {
    Path target = folder.resolve(from.getFileName().toString());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = target.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    return target;
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.Spoken;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Image;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What listens is seen whatever the container lacks.
@DockerHostTest(shared = true)
class SocketsSeenTest {

  @Test
  void ofAnImageThatIsOneProgram(DockerHost host) {
    host.shell(
        "busybox tar -c -C /usr/bin busybox"
            + " | docker import --change 'CMD [\"/busybox\",\"httpd\",\"-f\",\"-p\",\"8080\"]'"
            + " - lab/scratch:1");
    host.container("scratch").image("lab/scratch:1").serve(8080);

    assertThat(sockets(host, "scratch")).isEqualTo(listening("busybox"));
  }

  @Test
  void ofAPausedContainer(DockerHost host) {
    host.container("frozen").image(Image.WEB).serve(8080);
    host.shell("docker pause frozen");

    assertThat(sockets(host, "frozen")).isEqualTo(listening("httpd"));
  }

  @Test
  void ofAReadOnlyContainerWithoutShellOrRights(DockerHost host) {
    host.load(Image.WEB);
    host.shell(
        "docker run -d --name sealed --read-only --cap-drop ALL --user 65534"
            + " --security-opt no-new-privileges lab/web:1");
    host.fromContainer("sealed").awaitListening(8080);

    assertThat(sockets(host, "sealed")).isEqualTo(listening("httpd"));
  }

  private static String listening(String process) {
    return "tcp LISTEN 0 9 [::]:8080 * " + process + " (pid 1)";
  }

  /// What listens, without the columns' blanks.
  private static String sockets(DockerHost host, String container) {
    Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + host.socket());
    return Spoken.in(environment, "netstat", container)
        .out()
        .lines()
        .filter(line -> line.contains("LISTEN"))
        .map(line -> line.replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }
}

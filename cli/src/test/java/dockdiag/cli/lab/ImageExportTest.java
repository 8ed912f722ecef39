package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.entrypoint.EntrypointCrlf;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Images of engines that keep their layers otherwise than as folders that lie over one another.
class ImageExportTest {

  static Stream<HostSetup> engines() {
    return Stream.of(
        DockerHost.on(Suite.BOOKWORM).dockerd("--storage-driver=vfs"),
        DockerHost.on(Suite.FORKY)
            .daemonJson("{\"features\": {\"containerd-snapshotter\": true}}"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void whatIsWrongIsSeenInTheImageItself(HostSetup setup) {
    EntrypointCrlf scenario = new EntrypointCrlf();
    try (DockerHost host = LabNeeded.start(setup)) {
      assertThat(host.shell("docker info --format {{.Driver}}")).isNotEqualTo("overlay2\n");
      scenario.arrange(host);
      Asked broken = Asked.of(host, "platform lab/program:1");
      assertThat(broken.causes())
          .as("%s", broken.report())
          .extracting(Asked::id)
          .containsExactly("entrypoint-crlf");

      scenario.mend(host);
      Asked healthy = Asked.of(host, "platform lab/program:1");
      assertThat(healthy.verdict()).as("%s", healthy.report()).isEqualTo("healthy");
    }
  }
}

package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a command line is said in a line, with where and what, and the right status.
class BadInputTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aPortThatIsNone() {
    for (String port : new String[] {"0", "65536", "99999", "1-2", "80/icmp", "http"}) {
      Spoken spoken = Spoken.to("ports", "web", port);
      assertThat(spoken.status()).as(port).isEqualTo(2);
      assertThat(spoken.err()).startsWith("dockdiag: " + port + " is no port");
      assertThat(spoken.out()).isEmpty();
    }
  }

  @Test
  void anOptionThatIsNone() {
    Spoken spoken = Spoken.to("ports", "web", "--frm", "192.0.2.1");
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.err()).startsWith("dockdiag: Unknown option").contains("--frm");
  }

  @Test
  void valuesThatAreNone() {
    assertThat(Spoken.to("ports", "web", "--from", "example.org").err())
        .contains("example.org is no IP address");
    assertThat(Spoken.to("ports", "web", "--timeout", "soon").err())
        .contains("soon is no duration");
    assertThat(Spoken.to("ports", "web", "--timeout", "0s").status()).isEqualTo(2);
    assertThat(Spoken.to("ports", "web", "--format", "xml").err()).contains("text", "json");
  }

  @Test
  void aDiagnosisThatIsNone() {
    assertThat(Spoken.to("explain", "no-lisener"))
        .isEqualTo(
            new Spoken(
                2, "", "dockdiag: No diagnosis is called no-lisener; nearest: no-listener.\n"));
    assertThat(Spoken.to("ports", "web", "--ignore", "no-lisener@web").status()).isEqualTo(2);
  }

  @Test
  void aBundleThatIsNone() throws IOException {
    Path text = Files.writeString(folder.resolve("text.dockdiag.zip"), "no zip at all");
    Spoken spoken = Spoken.to("replay", text.toString());
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.err().lines()).hasSize(1);
    assertThat(spoken.err()).contains("text.dockdiag.zip");
    assertThat(Spoken.to("replay", folder.resolve("absent.zip").toString()).status()).isEqualTo(2);
  }

  @Test
  void aBundleThatIsCutOff() throws Exception {
    Path whole = folder.resolve("whole.dockdiag.zip");
    EvidenceBundle.read(Recordings.named("shop")).write(whole);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut =
        Files.write(folder.resolve("cut.dockdiag.zip"), Arrays.copyOf(bytes, bytes.length / 2));
    Spoken spoken = Spoken.to("replay", cut.toString(), "ports", "mysql");
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.err()).startsWith("dockdiag: ").contains("cut.dockdiag.zip");
  }

  @Test
  void aBundleOfANewerSchema() throws Exception {
    Path newer = Files.createDirectory(folder.resolve("newer"));
    Files.writeString(newer.resolve("manifest.json"), "{\"schema\": \"dockdiag.bundle/2\"}");
    Spoken spoken = Spoken.to("replay", newer.toString(), "ports", "mysql");
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.err()).contains("dockdiag.bundle/2");
  }

  @Test
  void aContainerThatIsNoneNamesTheNearest() throws Exception {
    Path bundle = folder.resolve("shop.dockdiag.zip");
    EvidenceBundle.read(Recordings.named("shop")).write(bundle);
    assertThat(Spoken.to("replay", bundle.toString(), "ports", "mysqll"))
        .satisfies(
            spoken -> {
              assertThat(spoken.status()).isEqualTo(2);
              assertThat(spoken.err())
                  .startsWith("dockdiag: No container is called mysqll; nearest: mysql,");
            });
    assertThat(Spoken.to("replay", bundle.toString(), "ports", "front"))
        .isEqualTo(new Spoken(2, "", "dockdiag: front could be any of: frontend-1, frontend-2.\n"));
    assertThat(Spoken.to("replay", bundle.toString(), "ports", "mys").status()).isEqualTo(0);
  }

  @Test
  void anEngineThatIsNotThere() {
    Spoken spoken = Spoken.to("ports", "web");
    assertThat(spoken.status()).isEqualTo(3);
    assertThat(spoken.err()).contains("unix:///nonexistent/docker.sock").contains("--host");
    assertThat(spoken.out()).contains("INCONCLUSIVE");
  }

  @Test
  void anEngineThatHangs() throws IOException {
    Path socket = folder.resolve("docker.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      long start = System.nanoTime();
      Spoken spoken =
          Spoken.in(
              Map.of("DOCKER_HOST", "unix://" + socket), "ports", "web", "--timeout", "300ms");
      assertThat(spoken.status()).isEqualTo(3);
      assertThat(spoken.err()).contains(socket.toString()).contains("300 ms");
      // not a measurement: it ends at all, long before a person gives up
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void anInterruptEndsItWith130(@TempDir Path place) throws Exception {
    Path socket = place.resolve("docker.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      Process process =
          // whoever runs the tests in the background has them ignore the signal, and us with them
          new ProcessBuilder(
                  "env",
                  "--default-signal=INT",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dockdiag.cli.Dockdiag",
                  "ports",
                  "web",
                  "--timeout",
                  "60s",
                  "-H",
                  "unix://" + socket)
              .redirectErrorStream(true)
              .start();
      assertThat(server.accept()).isNotNull();
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor()).isEqualTo(130);
    }
  }
}

package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.host.engine.Endpoint;
import dockdiag.probes.host.engine.EndpointFinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which engine is meant, as the docker command sees it.
class EndpointFinderTest {

  // the folder of a context is the SHA-256 of its name, here of "rootless"
  private static final String ROOTLESS = Sha256.of("rootless");

  private final Path config;

  EndpointFinderTest(@TempDir Path config) {
    this.config = config;
  }

  @Test
  void withoutAnythingItIsTheUsualSocket() {
    assertThat(find(Map.of())).isEqualTo(new Endpoint.UnixSocket("/var/run/docker.sock"));
  }

  @Test
  void theOptionComesBeforeTheVariable() {
    Map<String, String> variable = Map.of("DOCKER_HOST", "unix:///run/b.sock");
    assertThat(find(variable)).isEqualTo(new Endpoint.UnixSocket("/run/b.sock"));
    assertThat(new EndpointFinder(variable).find(Optional.of("unix:///run/a.sock")))
        .isEqualTo(new Endpoint.UnixSocket("/run/a.sock"));
  }

  @Test
  void aPortOfAnotherMachine() {
    assertThat(find(Map.of("DOCKER_HOST", "198.51.100.1:2375")))
        .isEqualTo(new Endpoint.Tcp(URI.create("tcp://198.51.100.1:2375"), null));
    assertThat(find(Map.of("DOCKER_HOST", "tcp://198.51.100.1")))
        .isEqualTo(new Endpoint.Tcp(URI.create("tcp://198.51.100.1:2375"), null));
  }

  @Test
  void aVariableForTlsSwitchesItOnWhateverItSays() {
    Endpoint found =
        find(
            Map.of(
                "DOCKER_HOST", "tcp://198.51.100.1",
                "DOCKER_TLS_VERIFY", "0",
                "DOCKER_CERT_PATH", config.toString()));
    assertThat(found)
        .isInstanceOfSatisfying(Endpoint.Tcp.class, tcp -> assertThat(tcp.tls()).isNotNull());
    assertThat(found.text()).isEqualTo("tcp://198.51.100.1:2376");
  }

  @Test
  void theContextThatIsCurrentOrNamed() throws IOException {
    Path meta = config.resolve("contexts/meta/" + ROOTLESS);
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        """
        {"Name":"rootless","Metadata":{},"Endpoints":{"docker":{
         "Host":"unix:///run/user/1000/docker.sock","SkipTLSVerify":false}}}
        """);
    Endpoint rootless = new Endpoint.UnixSocket("/run/user/1000/docker.sock");
    assertThat(find(Map.of("DOCKER_CONTEXT", "rootless"))).isEqualTo(rootless);
    Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"rootless\"}");
    assertThat(find(Map.of())).isEqualTo(rootless);
    assertThat(find(Map.of("DOCKER_HOST", "unix:///run/b.sock")))
        .isEqualTo(new Endpoint.UnixSocket("/run/b.sock"));
    assertThat(find(Map.of("DOCKER_CONTEXT", "nope"))).isInstanceOf(Endpoint.Unusable.class);
  }

  @Test
  void whatCannotBeAskedSaysWhatToDo() {
    assertThat(find(Map.of("DOCKER_HOST", "ssh://me@host")))
        .isEqualTo(
            new Endpoint.Unusable(
                "ssh://me@host", "engines over ssh are not supported; run dockdiag on that host"));
  }

  private Endpoint find(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("DOCKER_CONFIG", config.toString());
    return new EndpointFinder(environment).find(Optional.empty());
  }
}

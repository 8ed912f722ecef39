package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Command;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An engine that is asked over TCP, from the client outside: what the engine tells is judged, what
/// only its host could show is missing.
@DockerHostTest(dockerd = {"-H", "tcp://0.0.0.0:2375", "--tls=false"})
class RemoteEngineTest {

  @Test
  void whatTheEngineTellsIsJudgedAndItsHostIsMissing(DockerHost host) {
    host.container("web").publish("8080:80").command("httpd", "-f", "-p", "80").start();
    Asked running = asked(host);
    assertThat(running.verdict()).isEqualTo("inconclusive");
    assertThat(running.status()).isEqualTo(3);
    List<JsonObject> missing = Asked.objects(running.report(), "missing");
    assertThat(missing).isNotEmpty();
    assertThat(running.report().getAsJsonObject("host").get("name").getAsString())
        .startsWith("lab");

    host.shell("docker stop --time 0 web");
    Asked stopped = asked(host);
    assertThat(stopped.causes()).extracting(Asked::id).containsExactly("container-not-running");
    assertThat(stopped.status()).isEqualTo(1);
  }

  private static Asked asked(DockerHost host) {
    Command.Ended ended =
        host.outside(
                Stream.of(
                        System.getProperty("java.home") + "/bin/java",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dockdiag.cli.Dockdiag",
                        "ports",
                        "web",
                        "--format",
                        "json",
                        "-H",
                        "tcp://" + DockerHost.ADDRESS + ":2375")
                    .toArray(String[]::new))
            .run();
    return Asked.said(ended.status(), ended.out());
  }
}

package dockdiag.testenv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@DockerHostTest
class DockerHostSmokeTest {

  @Test
  void aPublishedPortAnswersFromEverywhere(DockerHost host) {
    host.container("web").publish("8080:80").command("httpd", "-f", "-p", "80").start();
    assertThat(host.fromOutside().awaitTcp(DockerHost.ADDRESS, 8080).connected()).isTrue();
    assertThat(host.fromHost().tcp("127.0.0.1", 8080).connected()).isTrue();
    assertThat(host.fromHost().tcp(DockerHost.ADDRESS, 8080).connected()).isTrue();
    assertThat(host.fromContainer("web").tcp("127.0.0.1", 80).connected()).isTrue();
  }
}

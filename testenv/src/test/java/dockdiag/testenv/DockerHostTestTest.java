package dockdiag.testenv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DockerHostTest(dockerd = "--icc=false")
class DockerHostTestTest {

  @BeforeEach
  void arrange(DockerHost host) {
    host.container("web").start();
  }

  @Test
  void aMethodHasAHostOfItsOwn(DockerHost host) {
    assertThat(host.docker().listContainersCmd().withShowAll(true).exec()).hasSize(1);
  }

  @Test
  void theEngineIsStartedWithTheArguments(DockerHost host) {
    assertThat(host.docker().inspectNetworkCmd().withNetworkId("bridge").exec().getOptions())
        .containsEntry("com.docker.network.bridge.enable_icc", "false");
  }
}

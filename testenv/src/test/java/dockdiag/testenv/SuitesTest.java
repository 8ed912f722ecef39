package dockdiag.testenv;

import static dockdiag.testenv.Attempt.Outcome.CLOSED_AT_ONCE;
import static dockdiag.testenv.Attempt.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuitesTest {
  private static final Map<Suite, String> ENGINE =
      Map.of(Suite.BOOKWORM, "20.10.", Suite.TRIXIE, "26.1.", Suite.FORKY, "28.5.");

  @ParameterizedTest
  @EnumSource
  void theSuitesEngineStartsAndPublishesPorts(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      assertThat(host.docker().versionCmd().exec().getVersion()).startsWith(ENGINE.get(suite));
      host.container("web").image(Image.WEB).publish("80:8080").start();

      assertThat(host.fromOutside().awaitTcp(DockerHost.ADDRESS, 80).connected()).isTrue();
      assertThat(host.fromHost().tcp("127.0.0.1", 80).connected()).isTrue();
      assertThat(host.fromHost().tcp(DockerHost.ADDRESS, 80).connected()).isTrue();
      assertThat(host.fromContainer("web").tcp(DockerHost.ADDRESS, 80).connected()).isTrue();
      assertThat(host.fromOutside().tcp(DockerHost.ADDRESS_6, 80).connected()).isTrue();
      assertThat(host.fromOutside().http(DockerHost.ADDRESS, 80).received()).endsWith("\nhello\n");
      assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 81).outcome()).isEqualTo(REFUSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mariaDbAsDebianConfiguresItIsRefusedFromOutside(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      host.container("mysql").image(Image.MARIADB).publish("3306:3306").start();
      host.fromContainer("mysql").awaitTcp("127.0.0.1", 3306);

      assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 3306).outcome()).isEqualTo(REFUSED);
      assertThat(host.fromHost().tcp("127.0.0.1", 3306).outcome()).isEqualTo(CLOSED_AT_ONCE);
    }
  }

  @Test
  void twoHostsWithTheSameAddressDoNotMeet() {
    try (DockerHost one = LabNeeded.start(DockerHost.on(Suite.BOOKWORM));
        DockerHost other = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      one.container("web").image(Image.WEB).publish("80:8080").start();
      one.fromContainer("web").awaitListening(8080);

      assertThat(one.fromOutside().tcp(DockerHost.ADDRESS, 80).connected()).isTrue();
      assertThat(other.fromOutside().tcp(DockerHost.ADDRESS, 80).outcome()).isEqualTo(REFUSED);
    }
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.Spoken;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On real engines a trace ends where real packets end.
class TraceOnEnginesTest {

  /// A rule on the outside client's way, how to take it away again, and what the trace then says.
  private record Breakage(String add, String remove, String end) {}

  private static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage(
              "iptables -I DOCKER-USER -p tcp -m comment --comment mine -j DROP",
              "iptables -D DOCKER-USER 1",
              "The request ends at iptables filter DOCKER-USER 1 (host): -A DOCKER-USER -p tcp"
                  + " -m comment --comment mine -j DROP"),
          new Breakage(
              "iptables -I DOCKER-USER -p tcp -m tcp --sport 8080 -j DROP",
              "iptables -D DOCKER-USER 1",
              "The answer ends at iptables filter DOCKER-USER 1 (host): -A DOCKER-USER -p tcp"
                  + " -m tcp --sport 8080 -j DROP"),
          new Breakage(
              "nsenter --target $(docker inspect -f '{{.State.Pid}}' web) --net"
                  + " iptables -I INPUT -p tcp -j DROP",
              "nsenter --target $(docker inspect -f '{{.State.Pid}}' web) --net"
                  + " iptables -D INPUT 1",
              "The request ends at iptables filter INPUT 1 (web): -A INPUT -p tcp -j DROP"));

  @ParameterizedTest
  @EnumSource
  void itEndsAtTheRuleThatStopsThePacket(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      host.network("front", "172.28.1.0/24");
      host.container("web").image(Image.WEB).network("front").publish("80:8080").start();
      host.fromOutside().awaitTcp(DockerHost.ADDRESS, 80);
      String healthy = "web answers, and the answer comes back.";
      assertThat(end(host, 0)).isEqualTo(healthy);
      for (Breakage breakage : BREAKAGES) {
        host.shell(breakage.add());
        assertThat(end(host, 1)).isEqualTo(breakage.end());
        assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 80).connected())
            .as(breakage.add())
            .isFalse();
        host.shell(breakage.remove());
        assertThat(end(host, 0)).isEqualTo(healthy);
      }
    }
  }

  private static String end(DockerHost host, int status) {
    Spoken spoken =
        Spoken.in(
            Map.of("DOCKER_HOST", "unix://" + host.socket()), "trace", "198.51.100.2", "web:8080");
    assertThat(spoken.status()).as(spoken.out() + spoken.err()).isEqualTo(status);
    return spoken.out().lines().reduce("", (first, last) -> last);
  }
}

package dockdiag.probes;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.ImageProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.socket.SocketsProbe;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileAnswersTest {

  static Stream<Arguments> probes() {
    return Stream.of(
        Arguments.of(new ContainerProbe("web"), text("docker/28.5.2/container-web.json")),
        Arguments.of(new ContainersProbe(), text("docker/20.10.24/containers.json")),
        Arguments.of(new NetworksProbe(), text("docker/28.5.2/networks.json")),
        Arguments.of(new DaemonProbe(), text("docker/20.10.24/info.json")),
        Arguments.of(new ImageProbe("web"), text("docker/20.10.24/image.json")),
        Arguments.of(
            new SocketsProbe(Namespace.HOST),
            "tcp LISTEN rq=0 wq=80 127.0.0.1:3306 [::]:0 uid=101 ino=55512 v6only=0\n"),
        Arguments.of(
            new ConnectProbe(Namespace.SELF, Address.LOOPBACK4, new Port(80, Protocol.TCP), ""),
            "outcome: connected\nthen: closed\nreceived: \\x00\n"));
  }

  @ParameterizedTest
  @MethodSource("probes")
  void areReadOrUnobservableAndNothingElse(Probe<?> probe, String good) throws Unobservable {
    assertThat(probe.observe(_ -> new Response(0, good, 0))).isNotNull();
    for (String hostile : Hostile.variants(good)) {
      try {
        assertThat(probe.observe(_ -> new Response(0, hostile, 0))).isNotNull();
      } catch (Unobservable unobservable) {
        assertThat(unobservable.reason()).isEqualTo(Unobservable.Reason.NOT_UNDERSTOOD);
        assertThat(unobservable.detail()).hasSizeLessThan(500);
      }
    }
  }

  private static String text(String resource) {
    return captured(HostileAnswersTest.class, resource);
  }
}

package dockdiag.probes.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesProbeTest {

  @Test
  void readsTheMainTable() throws Unobservable {
    assertThat(
            observe(
                """
                Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
                eth0	00000000	026433C6	0003	0	0	0	00000000	0	0	0
                docker0	000011AC	00000000	0001	0	0	0	0000FFFF	0	0	0
                br-1	00000A0A	00000000	0001	0	0	0	00F0FFFF	0	0	0
                """))
        .isEqualTo(
            List.of(
                new Route("eth0", new Subnet("0.0.0.0/0")),
                new Route("docker0", new Subnet("172.17.0.0/16")),
                new Route("br-1", new Subnet("10.10.0.0/20"))));
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> observe("Iface\nnonsense\n"))
        .isInstanceOf(Unobservable.class)
        .hasMessageContaining("nonsense");
  }

  private static List<Route> observe(String text) throws Unobservable {
    Request file = new Request.ReadFile(Namespace.HOST, "/proc/net/route");
    return new RoutesProbe(Namespace.HOST).observe(new Answers().with(file, text));
  }
}

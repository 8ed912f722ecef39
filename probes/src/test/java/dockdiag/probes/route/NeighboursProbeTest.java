package dockdiag.probes.route;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeighboursProbeTest {

  private static final Request REQUEST =
      new Request.RunCommand(Namespace.HOST, List.of("ip", "-j", "neigh", "show"));

  @Test
  void readsWhoAnsweredAndWhoDidNot() throws Unobservable {
    // iproute2 6.1 on a Docker host, one container up and one gone
    String captured =
        """
        [{"dst":"10.20.1.2","dev":"br-43113f0bb26b","lladdr":"02:42:0a:14:01:02","state":["DELAY"]},\
        {"dst":"10.20.1.9","dev":"br-43113f0bb26b","state":["FAILED"]}]
        """;

    assertThat(new NeighboursProbe(Namespace.HOST).observe(new Answers().with(REQUEST, captured)))
        .containsExactly(
            new Neighbour(
                Address.of("10.20.1.2"),
                "br-43113f0bb26b",
                Mac.parse("02:42:0a:14:01:02"),
                "DELAY"),
            new Neighbour(Address.of("10.20.1.9"), "br-43113f0bb26b", Optional.empty(), "FAILED"));
  }

  @Test
  void noNeighboursAreNoText() throws Unobservable {
    assertThat(new NeighboursProbe(Namespace.HOST).observe(new Answers().with(REQUEST, "")))
        .isEmpty();
  }
}

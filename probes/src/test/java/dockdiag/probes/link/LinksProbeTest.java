package dockdiag.probes.link;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Mac;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksProbeTest {

  @Test
  void readsBridgesTheirPortsAndAddresses() throws Unobservable {
    Request request =
        new Request.RunCommand(Namespace.HOST, List.of("ip", "-j", "-d", "address", "show"));
    List<Link> links =
        new LinksProbe(Namespace.HOST)
            .observe(new Answers().with(request, captured(getClass(), "address.json")));

    assertThat(links).extracting(Link::name).containsExactly("lo", "br0", "v1", "v0");
    Link bridge = links.get(1);
    assertThat(bridge.kind()).isEqualTo("bridge");
    assertThat(bridge.addresses())
        .contains(
            new Assigned(Address.of("172.28.1.1"), 24, "global"),
            new Assigned(Address.of("fd00::1"), 64, "global"));
    assertThat(links.getLast())
        .isEqualTo(
            new Link(
                links.getLast().index(),
                "v0",
                true,
                true,
                "veth",
                Optional.of("br0"),
                Optional.empty(),
                Optional.empty(),
                1500,
                Mac.parse("a6:00:b0:15:fb:97"),
                List.of(new Assigned(Address.of("fe80::a400:b0ff:fe15:fb97"), 64, "link"))));
  }
}

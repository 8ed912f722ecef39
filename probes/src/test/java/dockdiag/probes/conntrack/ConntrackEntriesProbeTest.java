package dockdiag.probes.conntrack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConntrackEntriesProbeTest {

  private static final String PRINTED =
      """
      udp      17 28 src=198.51.100.2 dst=198.51.100.1 sport=40000 dport=9053 [UNREPLIED] src=198.51.100.1 dst=198.51.100.2 sport=9053 dport=40000 mark=0 use=1
      udp      17 118 src=198.51.100.2 dst=198.51.100.1 sport=40001 dport=9053 src=172.17.0.2 dst=198.51.100.2 sport=53 dport=40001 [ASSURED] mark=0 use=1
      --
      conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.
      """;

  @Test
  void readsWhoAskedAndWhoIsToAnswer() throws Unobservable {
    Address client = Address.of("198.51.100.2");
    Address host = Address.of("198.51.100.1");
    assertThat(observe(PRINTED, "nf_conntrack_netlink 53248 0 - Live 0x0\\n"))
        .containsExactly(
            new ConntrackEntry(client, 40_000, host, host, true),
            new ConntrackEntry(client, 40_001, host, Address.of("172.17.0.2"), false));
  }

  @Test
  void asksNothingForWhichTheKernelWouldLoadAModule() {
    assertThatThrownBy(() -> observe(PRINTED, "nf_conntrack 200704 2 - Live 0x0\\n"))
        .isInstanceOfSatisfying(
            Unobservable.class, one -> assertThat(one.reason()).isEqualTo(Reason.NOT_PRESENT));
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    for (String line : List.of("garbage", "udp src=x dst=y sport=1 dport=2 src=z dst=w")) {
      assertThatThrownBy(() -> observe(line, "nf_conntrack_netlink"))
          .as(line)
          .isInstanceOf(Unobservable.class);
    }
  }

  private static List<ConntrackEntry> observe(String printed, String modules) throws Unobservable {
    return new ConntrackEntriesProbe(Namespace.HOST, Port.parse("9053/udp").orElseThrow())
        .observe(request -> Response.of(request instanceof Request.RunCommand ? printed : modules));
  }
}

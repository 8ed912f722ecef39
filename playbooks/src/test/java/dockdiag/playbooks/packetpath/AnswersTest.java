package dockdiag.playbooks.packetpath;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Packets behind a connection's first one, and what undoes NAT for them.
class AnswersTest {

  private static final List<String> PUBLISHED =
      List.of(
          "*nat",
          ":PREROUTING ACCEPT [0:0]",
          ":OUTPUT ACCEPT [0:0]",
          ":POSTROUTING ACCEPT [0:0]",
          "-A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80",
          "-A OUTPUT -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80",
          "-A POSTROUTING -o docker0 -j MASQUERADE",
          "COMMIT");

  @Test
  void ofAPublishedPortComeFromTheHostAgain() throws Unobservable {
    PacketPath path = SmallHost.path(SmallHost.ruleset(PUBLISHED));
    Packet sent = sent(path.arriving(SmallHost.fromClient("198.51.100.1", 8080)));
    assertThat(sent).hasToString("tcp 172.17.0.1:40000 -> 172.17.0.2:80");

    Packet answer = sent.answer();
    assertThat(answer).hasToString("tcp 172.17.0.2:80 -> 172.17.0.1:40000");
    assertThat(answer.in()).isEqualTo("docker0");
    assertThat(sent(path.arriving(answer)))
        .hasToString("tcp 198.51.100.1:8080 -> 198.51.100.2:40000");

    Packet following = sent.following();
    assertThat(following).hasToString("tcp 198.51.100.2:40000 -> 198.51.100.1:8080");
    assertThat(following.in()).isEqualTo("eth0");
    assertThat(sent(path.arriving(following))).hasToString("tcp 172.17.0.1:40000 -> 172.17.0.2:80");
  }

  @Test
  void comeBackToTheHostThatAsked() throws Unobservable {
    PacketPath path = SmallHost.path(SmallHost.ruleset(PUBLISHED));
    Packet sent =
        sent(
            path.leaving(
                Packet.leaving(
                    Protocol.TCP, end("198.51.100.1", 40_000), end("198.51.100.7", 8080))));
    assertThat(sent).hasToString("tcp 172.17.0.1:40000 -> 172.17.0.2:80");
    assertThat(SmallHost.text(path.arriving(sent.answer()).fate()))
        .isEqualTo("Delivered tcp 198.51.100.7:8080 -> 198.51.100.1:40000");
    assertThat(sent(path.leaving(sent.following())))
        .hasToString("tcp 172.17.0.1:40000 -> 172.17.0.2:80");
  }

  @Test
  void areKnownAsSuchBehindAnotherNamespace() throws Unobservable {
    PacketPath path = SmallHost.path(SmallHost.ruleset(PUBLISHED));
    Packet sent = sent(path.arriving(SmallHost.fromClient("198.51.100.1", 8080)));
    Packet back = sent.across("eth0").answer().across("docker0");
    assertThat(sent(path.arriving(back.after(sent))))
        .hasToString("tcp 198.51.100.1:8080 ->" + " 198.51.100.2:40000");
    assertThat(SmallHost.text(path.arriving(back).fate()))
        .isEqualTo("Delivered tcp 172.17.0.2:80 -> 172.17.0.1:40000");
  }

  @Test
  void areDroppedByTheirStateBehindConntrackAlone() throws Unobservable {
    String drop = "-A PREROUTING -m conntrack --ctstate ESTABLISHED -j DROP";
    assertThat(answered("raw", drop)).isEqualTo("Sent eth0 198.51.100.2:40000");
    assertThat(answered("mangle", drop)).isEqualTo("Dropped iptables mangle PREROUTING 1");
  }

  @Test
  void keepTheMarkOfTheirConnection() throws Unobservable {
    assertThat(
            answered(
                "mangle",
                "-A PREROUTING -i eth0 -j CONNMARK --set-xmark 0x7/0xffffffff",
                "-A PREROUTING -i docker0 -m mark --mark 0x7 -j ACCEPT",
                "-A PREROUTING -i docker0 -m connmark --mark 0x7 -j DROP"))
        .isEqualTo("Dropped iptables mangle PREROUTING 3");
  }

  @Test
  void areOfNoConnectionWhereTheFirstWasNotTracked() throws Unobservable {
    assertThat(
            answered(
                "raw",
                "-A PREROUTING -i eth0 -j CT --notrack",
                "COMMIT",
                "*filter",
                ":FORWARD ACCEPT [0:0]",
                "-A FORWARD -m conntrack --ctstate INVALID -j DROP"))
        .isEqualTo("Dropped iptables filter FORWARD 1");
  }

  private static String answered(String table, String... rules) throws Unobservable {
    List<String> lines = new ArrayList<>(List.of("*" + table, ":PREROUTING ACCEPT [0:0]"));
    lines.addAll(List.of(rules));
    lines.add("COMMIT");
    PacketPath path = SmallHost.path(SmallHost.ruleset(lines));
    Packet first = sent(path.arriving(SmallHost.fromClient("172.17.0.2", 80)));
    return SmallHost.text(path.arriving(first.answer()).fate());
  }

  private static Packet sent(Trace trace) {
    if (trace.fate() instanceof Fate.Sent(_, Packet packet)) {
      return packet;
    }
    throw new AssertionError(trace.fate());
  }

  private static Endpoint end(String address, int port) {
    return new Endpoint(Address.of(address), port);
  }
}

package dockdiag.playbooks.packetpath;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the kernel as judge does not try: rules that are not understood, and hostile ones.
class PacketPathTest {

  private static final String REACHED = "Sent docker0 172.17.0.2:80";

  @Test
  void namesTheRuleThatDropsBehindTwoJumps() throws Unobservable {
    assertThat(fate("-A FORWARD -j A", "-A A -p tcp -j B", "-A B -s 198.51.100.0/24 -j DROP"))
        .isEqualTo("Dropped iptables filter B 1");
  }

  @Test
  void isHealthyWhereAnotherClientPortOrNetworkIsBlocked() throws Unobservable {
    assertThat(
            fate(
                "-A FORWARD -s 203.0.113.0/24 -j DROP",
                "-A FORWARD -p tcp -m tcp --dport 81 -j DROP",
                "-A FORWARD -o br-1 -j DROP"))
        .isEqualTo(REACHED);
  }

  @Test
  void namesTheRuleThatItDoesNotUnderstandWhereThatDecides() throws Unobservable {
    assertThat(fate("-A FORWARD -m u32 --u32 \"0x0=0x1\" -j DROP"))
        .isEqualTo(
            "Undecided iptables filter FORWARD 1: -A FORWARD -m u32 --u32 \"0x0=0x1\" -j DROP");
    assertThat(fate("-A FORWARD -j NFQUEUE --queue-num 0"))
        .isEqualTo("Undecided iptables filter FORWARD 1: -A FORWARD -j NFQUEUE --queue-num 0");
  }

  @Test
  void isDecidedWhereNothingHangsOnWhatItDoesNotUnderstand() throws Unobservable {
    assertThat(
            fate(
                "-A FORWARD -m u32 --u32 \"0x0=0x1\" -j DROP",
                "-A FORWARD -m limit --limit 3/min -j LOG",
                "-A FORWARD -j DROP"))
        .isEqualTo("Dropped iptables filter FORWARD 3");
    assertThat(fate("-A FORWARD -m u32 --u32 \"0x0=0x1\" -j ACCEPT")).isEqualTo(REACHED);
    assertThat(fate("-A FORWARD -m limit --limit 3/min -j LOG")).isEqualTo(REACHED);
  }

  @Test
  void saysThatItCannotTellWhereWaysAreTooMany() throws Unobservable {
    String[] rules =
        IntStream.range(0, 40)
            .mapToObj(i -> "-A FORWARD -m u32 --u32 \"0x0=0x1\" -j MARK --set-xmark " + i)
            .toArray(String[]::new);
    assertThat(fate(rules)).isEqualTo("Undecided more than 64 ways");
  }

  @Test
  void endsInCyclesAndChainsThatAreNotThere() throws Unobservable {
    assertThat(fate("-A FORWARD -j A", "-A A -j B", "-A B -j A"))
        .isEqualTo("Undecided too deep: iptables filter FORWARD");
    assertThat(fate("-A FORWARD -g A", "-A A -g B", "-A B -g A"))
        .isEqualTo("Undecided endless: iptables filter FORWARD");
    assertThat(fate("-A FORWARD -j GONE")).isEqualTo("Undecided no chain: iptables filter GONE");
  }

  @Test
  void readsARuleOf64Kilobytes() throws Unobservable {
    String comment = "-A FORWARD -m comment --comment \"" + "x".repeat(65_536) + "\" -j DROP";
    assertThat(fate(comment)).isEqualTo("Dropped iptables filter FORWARD 1");
    assertThat(fate("-A FORWARD -m unheardof --of " + "x".repeat(65_536))).isEqualTo(REACHED);
  }

  @Test
  void looksIntoASetOf100000Elements() throws Unobservable {
    String elements =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"10.%d.%d.%d\"".formatted(i >> 16, i >> 8 & 255, i & 255))
            .collect(Collectors.joining(","));
    String json =
        """
        {"nftables":[{"table":{"family":"ip","name":"t"}},
        {"chain":{"family":"ip","table":"t","name":"f","type":"filter","hook":"forward",
        "prio":0,"policy":"accept"}},
        {"set":{"family":"ip","name":"s","table":"t","type":"ipv4_addr",
        "elem":[%s,"198.51.100.2"]}},
        {"rule":{"family":"ip","table":"t","chain":"f","handle":1,"expr":[{"match":{"op":"==",
        "left":{"payload":{"protocol":"ip","field":"saddr"}},"right":"@s"}},{"drop":null}]}}]}
        """
            .formatted(elements);
    Ruleset ruleset = new NftProbe(Namespace.HOST).observe(request -> Response.of(json));

    assertThat(SmallHost.text(walk(ruleset).fate())).isEqualTo("Dropped nft ip t f 1");
  }

  @Test
  void walks20000RulesForEachOf500Packets() throws Unobservable {
    String[] rules =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "-A FORWARD -s 10.%d.%d.0/24 -j DROP".formatted(i >> 8, i & 255))
            .toArray(String[]::new);
    Ruleset ruleset = ruleset(rules);
    PacketPath path = SmallHost.path(ruleset);
    for (int i = 0; i < 500; i++) {
      Packet packet = SmallHost.fromClient("198.51.100.1", 8080);
      assertThat(SmallHost.text(path.arriving(packet).fate())).isEqualTo(REACHED);
    }
  }

  private static String fate(String... rules) throws Unobservable {
    return SmallHost.text(walk(ruleset(rules)).fate());
  }

  private static Ruleset ruleset(String... rules) throws Unobservable {
    List<String> lines = new ArrayList<>(List.of("*filter", ":FORWARD ACCEPT [0:0]"));
    lines.addAll(List.of(":A - [0:0]", ":B - [0:0]"));
    lines.addAll(List.of(rules));
    lines.addAll(List.of("COMMIT", "*nat", ":PREROUTING ACCEPT [0:0]"));
    lines.add("-A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80");
    lines.add("COMMIT");
    return SmallHost.ruleset(lines);
  }

  private static Trace walk(Ruleset ruleset) {
    boolean translates = ruleset.tables().size() > 1;
    Packet packet =
        SmallHost.fromClient(translates ? "198.51.100.1" : "172.17.0.2", translates ? 8080 : 80);
    return SmallHost.path(ruleset).arriving(packet);
  }
}

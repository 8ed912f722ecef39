package dockdiag.playbooks.packetpath;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.route.Routing;
import dockdiag.probes.route.RoutingRule;
import dockdiag.probes.route.TableRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    assertThat(text(walk(ruleset).fate())).isEqualTo("Dropped nft ip t f 1");
  }

  @Test
  void walks20000RulesWithinASecond() throws Unobservable {
    String[] rules =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "-A FORWARD -s 10.%d.%d.0/24 -j DROP".formatted(i >> 8, i & 255))
            .toArray(String[]::new);
    Ruleset ruleset = ruleset(rules);
    long start = System.nanoTime();
    Trace trace = walk(ruleset);

    assertThat(text(trace.fate())).isEqualTo(REACHED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  private static String fate(String... rules) throws Unobservable {
    return text(walk(ruleset(rules)).fate());
  }

  private static String text(Fate fate) {
    return switch (fate) {
      case Fate.Sent(var device, var packet) -> "Sent " + device + " " + packet.destination();
      case Fate.Dropped(var place) -> "Dropped " + place;
      case Fate.Undecided(var why) -> "Undecided " + why;
      case Fate.Rejected _, Fate.Delivered _, Fate.Lost _ -> fate.toString();
    };
  }

  private static Ruleset ruleset(String... rules) throws Unobservable {
    List<String> lines = new ArrayList<>(List.of("*filter", ":FORWARD ACCEPT [0:0]"));
    lines.addAll(List.of(":A - [0:0]", ":B - [0:0]"));
    lines.addAll(List.of(rules));
    lines.addAll(List.of("COMMIT", "*nat", ":PREROUTING ACCEPT [0:0]"));
    lines.add("-A PREROUTING -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80");
    lines.add("COMMIT");
    String text = String.join("\n", lines) + "\n";
    return new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT)
        .observe(request -> Response.of(text));
  }

  private static Trace walk(Ruleset ruleset) {
    Endpoint client = new Endpoint(Address.of("198.51.100.2"), 40_000);
    boolean translates = ruleset.tables().size() > 1;
    Endpoint server =
        translates
            ? new Endpoint(Address.of("198.51.100.1"), 8080)
            : new Endpoint(Address.of("172.17.0.2"), 80);
    Packet packet = Packet.arriving(Protocol.TCP, client, server, "eth0");
    return new PacketPath(netns(ruleset)).arriving(packet);
  }

  private static Netns netns(Ruleset ruleset) {
    Routing ipv4 =
        new Routing(
            List.of(rule(0, "local"), rule(32_766, "main")),
            List.of(
                route("local", TableRoute.Type.LOCAL, "198.51.100.1/32", "eth0"),
                route("main", TableRoute.Type.UNICAST, "198.51.100.0/24", "eth0"),
                route("main", TableRoute.Type.UNICAST, "172.17.0.0/16", "docker0")));
    List<Link> links = List.of(link("eth0", "198.51.100.1", 24), link("docker0", "172.17.0.1", 16));
    Routing ipv6 = new Routing(List.of(), List.of());
    return new Netns(
        ruleset, ipv4, ipv6, links, name -> name.setting().equals("forwarding") ? 1 : 0);
  }

  private static RoutingRule rule(int priority, String table) {
    return new RoutingRule(
        priority,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        table,
        "");
  }

  private static TableRoute route(
      String table, TableRoute.Type type, String destination, String device) {
    Optional<Address> none = Optional.empty();
    return new TableRoute(table, type, new Subnet(destination), none, device, none, 0, true);
  }

  private static Link link(String name, String address, int prefix) {
    Assigned assigned = new Assigned(Address.of(address), prefix, "global");
    return new Link(
        1, name, true, true, "", Optional.empty(), Optional.empty(), 1500, List.of(assigned));
  }
}

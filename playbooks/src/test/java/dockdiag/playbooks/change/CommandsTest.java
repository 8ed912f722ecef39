package dockdiag.playbooks.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private static final IptablesProbe IPTABLES =
      new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT);
  private static final NftProbe NFT = new NftProbe(Namespace.HOST);
  private static final Namespace WEB = new Namespace.OfContainer("web", 4242);

  private static final String SAVED =
      """
      *filter
      :INPUT ACCEPT [0:0]
      :FORWARD DROP [0:0]
      :DOCKER-USER - [0:0]
      -A FORWARD -j DOCKER-USER
      -A DOCKER-USER -p tcp -m tcp --dport 80 -m comment --comment "it's \\"odd\\"" -j DROP
      -A DOCKER-USER -s 203.0.113.0/24 -j DROP
      -A DOCKER-USER -j RETURN
      COMMIT
      """;

  private static final String LISTED =
      """
      {"nftables":[{"table":{"family":"inet","name":"mine"}},
      {"chain":{"family":"inet","table":"mine","name":"f","type":"filter","hook":"forward",
      "prio":10,"policy":"accept"}},
      {"rule":{"family":"inet","table":"mine","chain":"f","handle":3,"expr":[{"drop":null}]}},
      {"rule":{"family":"inet","table":"mine","chain":"f","handle":7,"expr":[{"accept":null}]}}]}
      """;

  private static final Host HOST =
      request ->
          Response.of(
              switch (request) {
                case Request.RunCommand(_, List<String> words)
                    when words.getFirst().equals("nft") ->
                    LISTED;
                case Request.RunCommand _ -> SAVED;
                default -> "0\n";
              });

  @Test
  void takesOutTheRuleOfThatNumberAndCountsAnew() throws Unobservable {
    assertThat(rules("iptables -D DOCKER-USER 2"))
        .containsExactly(
            "1 -A DOCKER-USER -p tcp -m tcp --dport 80 -m comment --comment \"it's \\\"odd\\\"\""
                + " -j DROP",
            "2 -A DOCKER-USER -j RETURN");
  }

  @Test
  void takesOutTheRuleThatReadsLikeIt() throws Unobservable {
    assertThat(
            rules(
                "iptables -w -D DOCKER-USER -p tcp -m tcp --dport 80 -m comment --comment"
                    + " 'it'\\''s \"odd\"' -j DROP"))
        .containsExactly(
            "1 -A DOCKER-USER -s 203.0.113.0/24 -j DROP", "2 -A DOCKER-USER -j RETURN");
  }

  @Test
  void putsRulesInAndReplacesThem() throws Unobservable {
    assertThat(
            rules(
                "iptables -t filter -I DOCKER-USER ! -i eth0 -j ACCEPT",
                "iptables -R DOCKER-USER 2 -j RETURN",
                "iptables -D DOCKER-USER 3",
                "iptables -A DOCKER-USER -j LOG"))
        .containsExactly(
            "1 -A DOCKER-USER ! -i eth0 -j ACCEPT",
            "2 -A DOCKER-USER -j RETURN",
            "3 -A DOCKER-USER -j RETURN",
            "4 -A DOCKER-USER -j LOG");
  }

  @Test
  void setsThePolicy() throws Unobservable {
    assertThat(chain(IPTABLES, "FORWARD", "iptables -P FORWARD ACCEPT").policy())
        .hasValue("ACCEPT");
  }

  @Test
  void takesOutARuleOfNftByItsHandle() throws Unobservable {
    assertThat(chain(NFT, "f", "nft delete rule inet mine f handle 3").rules())
        .extracting(Rule::handle)
        .containsExactly(7L);
  }

  @Test
  void changesNothingElse() throws Unobservable {
    Facts facts = new Facts(HOST);
    Facts supposed = supposing("ip6tables -D DOCKER-USER 2", "iptables-legacy -D DOCKER-USER 2");
    assertThat(supposed.get(IPTABLES)).isEqualTo(facts.get(IPTABLES));
    assertThat(supposed.get(NFT)).isEqualTo(facts.get(NFT));
  }

  @Test
  void forwardingOfAllIsThatOfEachInterface() throws Unobservable {
    Facts facts = supposing("sysctl -w net.ipv4.ip_forward=1");
    assertThat(facts.get(setting("net.ipv4.ip_forward"))).isEqualTo("1");
    assertThat(facts.get(setting("net.ipv4.conf.all.forwarding"))).isEqualTo("1");
    assertThat(facts.get(setting("net/ipv4/conf/eth0.7/forwarding"))).isEqualTo("1");
    assertThat(facts.get(setting("net.ipv4.conf.eth0.rp_filter"))).isEqualTo("0");
    assertThat(facts.get(setting("net.ipv6.conf.all.forwarding"))).isEqualTo("0");
    Facts one = supposing("sysctl -w net/ipv4/conf/eth0.7/forwarding=1");
    assertThat(one.get(setting("net/ipv4/conf/eth0.7/forwarding"))).isEqualTo("1");
    assertThat(one.get(setting("net.ipv4.ip_forward"))).isEqualTo("0");
  }

  @Test
  void entersTheContainerThatIsMeantAndNoOther() throws Unobservable {
    Facts facts = supposing("nsenter --target 4242 --net sysctl -w net.ipv4.ip_forward=1");
    assertThat(facts.get(new SysctlProbe(WEB, "net.ipv4.ip_forward"))).isEqualTo("1");
    assertThat(facts.get(setting("net.ipv4.ip_forward"))).isEqualTo("0");
  }

  @Test
  void whatWouldFailLeavesNothingToBeSeen() {
    for (String command :
        List.of(
            "iptables -D DOCKER-USER 4",
            "iptables -D DOCKER-USER -j ACCEPT",
            "iptables -D GONE 1",
            "iptables -t nat -D DOCKER 1",
            "iptables -P DOCKER-USER DROP")) {
      assertThatThrownBy(() -> supposing(command).get(IPTABLES))
          .as(command)
          .isInstanceOf(Unobservable.class);
    }
    assertThatThrownBy(() -> supposing("nft delete rule inet mine f handle 4").get(NFT))
        .isInstanceOf(Unobservable.class);
  }

  @Test
  void understandsNoOtherCommand() {
    assertThat(
            List.of(
                "systemctl restart docker",
                "iptables -F DOCKER-USER",
                "iptables -D DOCKER-USER",
                "iptables -D",
                "iptables",
                "iptables -P FORWARD QUEUE",
                "iptables -D DOCKER-USER 2; reboot",
                "iptables -D DOCKER-USER $(cat n)",
                "iptables -D DOCKER-USER 99999999999",
                "sysctl net.ipv4.ip_forward",
                "sysctl -w net.ipv4.ip_forward",
                "nft delete rule inet mine f handle x",
                "nft add rule inet mine f drop",
                "nft delete table inet mine",
                "nsenter --target web --net iptables -D INPUT 1",
                "nsenter --target 1 --mount iptables -D INPUT 1",
                "ip route add default via 10.0.0.1",
                "",
                "'"))
        .allSatisfy(command -> assertThat(Commands.supposed(List.of(command))).isEmpty());
  }

  @Test
  void whatHasACommandThatIsNotUnderstoodIsNotUnderstood() {
    assertThat(Commands.supposed(List.of())).isEmpty();
    assertThat(Commands.supposed(List.of("iptables -D DOCKER-USER 1", "reboot"))).isEmpty();
  }

  private static SysctlProbe setting(String name) {
    return new SysctlProbe(Namespace.HOST, name);
  }

  private static Facts supposing(String... commands) {
    return new Facts(HOST).supposing(Commands.supposed(Arrays.asList(commands)).orElseThrow());
  }

  private static List<String> rules(String... commands) throws Unobservable {
    return chain(IPTABLES, "DOCKER-USER", commands).rules().stream()
        .map(rule -> rule.number() + " " + rule.text())
        .toList();
  }

  private static Chain chain(
      dockdiag.probes.Probe<dockdiag.probes.netfilter.Ruleset> probe,
      String name,
      String... commands)
      throws Unobservable {
    return supposing(commands).get(probe).tables().stream()
        .flatMap(table -> table.chains().stream())
        .filter(chain -> chain.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

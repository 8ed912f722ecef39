package dockdiag.probes.netfilter;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.DnatRule.Destination;
import dockdiag.probes.netfilter.DnatRule.Interface;
import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IptablesProbeTest {

  private static final IptablesProbe NFT =
      new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT);
  private static final IptablesProbe LEGACY =
      new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY);
  private static final Request NAMES =
      new Request.ReadFile(Namespace.HOST, "/proc/net/ip_tables_names");

  @Test
  void readsTablesChainsAndRules() throws Unobservable {
    Ruleset ruleset =
        NFT.observe(
            answering("iptables-nft-save", captured(getClass(), "iptables-save-28.5.2.txt")));

    assertThat(ruleset.tables()).extracting(Table::name).containsExactly("raw", "filter", "nat");
    Table filter = ruleset.tables().get(1);
    assertThat(filter.chains().get(1).name()).isEqualTo("FORWARD");
    assertThat(filter.chains().get(1).policy()).contains("DROP");
    assertThat(filter.chains().get(3).policy()).isEmpty();
    assertThat(filter.chains().get(3).rules()).hasSize(10);
    assertThat(filter.chains().get(3).rules().get(1))
        .isEqualTo(
            new Rule(
                2,
                0,
                0,
                0,
                "-A DOCKER -d 172.28.4.2/32 ! -i br-c078a80d49c2 -o br-c078a80d49c2 -p tcp -m tcp"
                    + " --dport 80 -j ACCEPT",
                List.of(
                    option("-d", "172.28.4.2/32"),
                    new Option("-i", true, List.of("br-c078a80d49c2")),
                    option("-o", "br-c078a80d49c2"),
                    option("-p", "tcp"),
                    option("-m", "tcp"),
                    option("--dport", "80"),
                    option("-j", "ACCEPT")),
                List.of(
                    Match.is(Key.DADDR, Operand.one(0xac1c_0402L)),
                    Match.is(Key.IIFNAME, List.of(new Name("br-c078a80d49c2")), true),
                    Match.is(Key.OIFNAME, new Name("br-c078a80d49c2")),
                    Match.is(Key.L4PROTO, Operand.one(6)),
                    Match.is(Key.DPORT, Operand.one(80)),
                    new Target.Accept())));
  }

  @Test
  void readsWhereToPacketsAreSentOn() throws Unobservable {
    List<DnatRule> rules =
        NFT.observe(
                answering("iptables-nft-save", captured(getClass(), "iptables-save-28.5.2.txt")))
            .dnatRules();

    assertThat(rules)
        .extracting(rule -> rule.place() + " " + rule.ports().orElseThrow())
        .containsExactly(
            "iptables nat DOCKER 4 5353",
            "iptables nat DOCKER 5 8080",
            "iptables nat DOCKER 6 9090",
            "iptables nat DOCKER 7 8000",
            "iptables nat DOCKER 8 32768",
            "iptables nat DOCKER 9 8083",
            "iptables nat DOCKER 10 32769");
    assertThat(rules.get(2))
        .usingRecursiveComparison()
        .ignoringFields("rule")
        .isEqualTo(
            new DnatRule(
                Backend.IPTABLES_NFT,
                Family.IP,
                "nat",
                "DOCKER",
                rules.get(2).rule(),
                Optional.of(Protocol.TCP),
                Optional.of(new Destination(new Subnet("127.0.0.1/32"), false)),
                PortRange.parse("9090"),
                Optional.of(new Interface("br-61d35bf40856", true)),
                Address.parse("172.28.1.2"),
                PortRange.parse("90"),
                List.of()));
    assertThat(rules.get(2).isFor(Protocol.TCP, Address.LOOPBACK4, 9090)).isTrue();
    assertThat(rules.get(2).isFor(Protocol.UDP, Address.LOOPBACK4, 9090)).isFalse();
    assertThat(rules.get(2).isFor(Protocol.TCP, Address.of("198.51.100.1"), 9090)).isFalse();
    assertThat(rules.get(2).isFor(Protocol.TCP, Address.LOOPBACK4, 9091)).isFalse();
  }

  @Test
  void readsIpv6AndKeepsWhatItDoesNotSort() throws Unobservable {
    IptablesProbe probe = new IptablesProbe(Namespace.HOST, Family.IP6, Backend.IPTABLES_NFT);
    List<DnatRule> rules =
        probe
            .observe(
                answering("ip6tables-nft-save", captured(getClass(), "ip6tables-save-28.5.2.txt")))
            .dnatRules();

    assertThat(rules).hasSize(1);
    assertThat(rules.getFirst().toAddress()).isEqualTo(Address.parse("fd28:4::2"));
    assertThat(rules.getFirst().toPorts()).isEqualTo(PortRange.parse("80"));
    assertThat(rules.getFirst().others()).containsExactly("! -s fe80::/10");
  }

  @Test
  void doesNotAskLegacyForATableThatIsNotThere() throws Unobservable {
    assertThat(LEGACY.observe(new Answers())).isEqualTo(new Ruleset(List.of()));
    assertThat(LEGACY.observe(new Answers().with(NAMES, ""))).isEqualTo(new Ruleset(List.of()));
  }

  @Test
  void asksLegacyWhereItHasTables() throws Unobservable {
    Answers host =
        answering("iptables-legacy-save", captured(getClass(), "iptables-legacy-save-26.1.5.txt"))
            .with(NAMES, "nat\nfilter\n");

    assertThat(LEGACY.observe(host).dnatRules())
        .extracting(rule -> rule.place() + " " + rule.toAddress().orElseThrow())
        .containsExactly(
            "iptables-legacy nat DOCKER 3 172.28.1.3",
            "iptables-legacy nat DOCKER 4 172.28.1.3",
            "iptables-legacy nat DOCKER 5 172.28.1.3",
            "iptables-legacy nat DOCKER 6 172.17.0.3");
  }

  @Test
  void takesThePlainCommandWhereItIsOfTheRightForm() throws Unobservable {
    Host host =
        withoutNamedForms(
            answering("iptables-save", captured(getClass(), "iptables-save-28.5.2.txt"))
                .with(NAMES, "nat\n"));

    assertThat(NFT.observe(host).dnatRules()).hasSize(7);
    assertThatThrownBy(() -> LEGACY.observe(host))
        .isInstanceOfSatisfying(
            Unobservable.class,
            missing -> {
              assertThat(missing.reason()).isEqualTo(Reason.TOOL_MISSING);
              assertThat(missing.detail()).isEqualTo("iptables-legacy-save: not installed");
            });
  }

  @Test
  void saysThatItNeedsRoot() {
    Answers host =
        new Answers()
            .with(
                command("iptables-nft-save"),
                4,
                "--\niptables-nft-save v1.8.9 (nf_tables): Could not fetch rule set generation id:"
                    + " Permission denied (you must be root)\n");

    assertThatThrownBy(() -> NFT.observe(host))
        .isInstanceOfSatisfying(
            Unobservable.class,
            denied -> {
              assertThat(denied.reason()).isEqualTo(Reason.NOT_PERMITTED);
              assertThat(denied.detail()).startsWith("iptables-nft-save: status 4 ");
            });
  }

  private static Answers answering(String command, String text) {
    return new Answers().with(command(command), text);
  }

  private static Request command(String command) {
    return new Request.RunCommand(Namespace.HOST, List.of(command, "-c"));
  }

  private static Host withoutNamedForms(Host host) {
    return request -> {
      if (request.equals(command("iptables-nft-save"))
          || request.equals(command("iptables-legacy-save"))) {
        throw new Unobservable(Reason.TOOL_MISSING, "not installed");
      }
      Response response = host.ask(request);
      return response;
    };
  }

  private static Option option(String name, String value) {
    return new Option(name, false, List.of(value));
  }
}

package dockdiag.probes.netfilter;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rule sets of real engines, firewalld and ufw: every statement of every rule is understood.
class RecordedRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iptables-save-20.10.24.txt",
        "iptables-save-28.5.2.txt",
        "iptables-save-26.1.5-legacy.txt",
        "iptables-legacy-save-26.1.5.txt",
        "ip6tables-save-28.5.2.txt",
        "ip6tables-save-26.1.5-ufw.txt",
        "nft-29.json",
        "nft-28.5.2-firewalld.json"
      })
  void areUnderstood(String resource) throws Unobservable {
    assertThat(unmodelled(ruleset(resource))).isEmpty();
  }

  @Test
  void hangWhereTheKernelAsksThem() throws Unobservable {
    List<Table> tables = ruleset("iptables-save-20.10.24.txt").tables();

    assertThat(tables.stream().flatMap(table -> table.chains().stream()))
        .filteredOn(chain -> chain.hook().isPresent())
        .extracting(chain -> chain.name() + " " + chain.hook().orElseThrow().priority())
        .containsExactlyInAnyOrder(
            "INPUT 0",
            "FORWARD 0",
            "OUTPUT 0",
            "PREROUTING -100",
            "INPUT 100",
            "OUTPUT -100",
            "POSTROUTING 100");
    assertThat(ruleset("nft-28.5.2-firewalld.json").tables().getFirst().chains())
        .filteredOn(chain -> chain.name().equals("filter_FORWARD"))
        .extracting(Chain::hook)
        .containsExactly(Optional.of(new Hook(Hook.Type.FILTER, Hook.Point.FORWARD, 10)));
  }

  @Test
  void ofNftSayWhatTheyAsk() throws Unobservable {
    assertThat(statements("f").stream().flatMap(List::stream))
        .filteredOn(s -> s instanceof Match.Unmodelled || s instanceof Target.Unmodelled)
        .extracting(Object::toString)
        .containsExactly(
            "Unmodelled[text={\"match\":{\"op\":\">\",\"left\":{\"payload\":{\"protocol\":\"udp\","
                + "\"field\":\"length\"}},\"right\":5}}]");
    assertThat(statements("c1").getFirst())
        .containsExactly(
            Match.is(Key.L4PROTO, Operand.one(6)),
            Match.is(
                Key.DPORT,
                List.of(Operand.one(80), Operand.one(443), Operand.between(1000, 2000)),
                false),
            new Target.Accept());
    assertThat(statements("f"))
        .contains(
            List.of(new Match.Bits(Key.MARK, 0xff, 1, false), new Target.Accept()),
            List.of(new Target.SetMark(0x10, 0x10)),
            List.of(
                new Match.Bits(Key.CT_MARK, 0, 0, false),
                new Target.RestoreMark(0xffff_ffffL, 0xffff_ffffL)),
            List.of(new Match.AnyBit(Key.CT_STATE, 6, false), new Target.Accept()));
  }

  @Test
  void ofIptablesAreTakenOnceWhereNftListsThemToo() throws Unobservable {
    Ruleset iptables = ruleset("iptables-save-28.5.2.txt");
    Ruleset nft =
        new Ruleset(
            List.of(
                table(Backend.NFTABLES, "mine"),
                table(Backend.NFTABLES, "nat"),
                table(Backend.NFTABLES, "filter")));

    assertThat(Ruleset.merged(nft, List.of(iptables)).tables())
        .extracting(Table::place)
        .containsExactly("nft ip mine", "iptables nat", "iptables filter", "iptables raw");
  }

  /// nft put rules with sets into a table as iptables makes it: `iptables-save` prints them as if
  /// they asked nothing.
  @Test
  void ofNftAreTakenFromNftWhereIptablesCannotTellThem() throws Unobservable {
    Ruleset iptables = ruleset("iptables-save-1.8.13-sets.txt");
    Ruleset nft = ruleset("nft-sets.json");

    assertThat(Ruleset.merged(nft, List.of(iptables))).isEqualTo(nft);
    assertThat(nft.tables().getFirst().chains().getFirst().rules().getFirst().statements())
        .contains(
            new Match.Among(List.of(Key.SADDR), new Elements.Named("friends"), false),
            new Target.Accept());
  }

  @Test
  void ofATableThatIptablesCallsIncompatibleAreNotTakenForNone() throws Unobservable {
    assertThat(ruleset("iptables-save-1.8.13-incompatible.txt").tables())
        .extracting(Table::name)
        .containsExactly("nat");
  }

  private static Table table(Backend backend, String name) {
    return new Table(backend, Family.IP, name, List.of(), java.util.Map.of());
  }

  private static List<List<Statement>> statements(String chain) throws Unobservable {
    return ruleset("nft-statements.json").tables().getFirst().chains().stream()
        .filter(candidate -> candidate.name().equals(chain))
        .flatMap(found -> found.rules().stream())
        .map(Rule::statements)
        .toList();
  }

  private static List<String> unmodelled(Ruleset ruleset) {
    return ruleset.tables().stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.statements().stream())
        .flatMap(
            statement ->
                switch (statement) {
                  case Match.Unmodelled(String text) -> Optional.of(text).stream();
                  case Target.Unmodelled(String text) -> Optional.of(text).stream();
                  case Match _, Target _ -> Optional.<String>empty().stream();
                })
        .toList();
  }

  private static Ruleset ruleset(String resource) throws Unobservable {
    Response answer = Response.of(captured(RecordedRulesTest.class, resource));
    if (resource.endsWith(".json")) {
      return new NftProbe(Namespace.HOST).observe(request -> answer);
    }
    Family family = resource.startsWith("ip6") ? Family.IP6 : Family.IP;
    return new IptablesProbe(Namespace.HOST, family, Backend.IPTABLES_NFT)
        .observe(request -> answer);
  }
}

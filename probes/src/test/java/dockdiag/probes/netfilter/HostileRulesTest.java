package dockdiag.probes.netfilter;

import static dockdiag.probes.Answers.captured;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/// Whatever a rule dump holds: it is read whole, or it is not understood, in a line.
class HostileRulesTest {

  private static final String SAVE = text("iptables-save-28.5.2.txt");
  private static final String NFT = text("nft-29.json");
  private static final String COUNTED = "[0:0] -A FORWARD ";

  @Property(tries = 2000)
  void whatIptablesSaysCutAnywhereIsNotTakenForAll(@ForAll @IntRange(max = 4680) int cut) {
    String text = SAVE.substring(0, cut);
    List<Table> all = save(SAVE).orElseThrow().tables();

    Optional<Ruleset> read = save(text);
    if (read.isPresent()) {
      // it ends where a table did, and those before are whole
      int tables = read.get().tables().size();
      assertThat(text.split("(?m)^COMMIT$", -1)).hasSize(tables + 1);
      assertThat(text.substring(text.lastIndexOf("COMMIT") + 1)).doesNotContain("*");
      assertThat(read.get().tables()).isEqualTo(all.subList(0, tables));
    }
  }

  @Property(tries = 2000)
  void whatNftSaysCutAnywhereIsNotUnderstood(@ForAll @IntRange(max = 16_600) int cut) {
    assertThat(nft(NFT.strip().substring(0, Math.min(cut, NFT.strip().length() - 1)))).isEmpty();
  }

  @Property(tries = 2000)
  void bytesOfAnyKindAreReadOrNotUnderstood(
      @ForAll byte[] bytes, @ForAll @IntRange(max = 4600) int at) {
    String garbage = new String(bytes, StandardCharsets.UTF_8);

    save(garbage);
    nft(garbage);
    save(SAVE.substring(0, at) + garbage + SAVE.substring(at));
    nft(NFT.substring(0, at) + garbage + NFT.substring(at));
  }

  @Property(tries = 1000)
  void anUnknownExtensionIsKeptAsItStands(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
      @ForAll @AlphaChars @NumericChars @StringLength(max = 20) String value) {
    String match = "-m x" + name + " --x" + name + " " + value;
    String target = "-j X" + name + " --x" + name + " " + value;

    Rule rule = only(save(table(COUNTED + match + " " + target)).orElseThrow());
    assertThat(rule.statements())
        .containsExactly(
            new Match.Unmodelled(match.strip()), new Target.Unmodelled(target.strip()));
    Rule nft = only(nft(ruleset("{\"x" + name + "\": \"" + value + "\"}")).orElseThrow());
    assertThat(nft.statements()).hasExactlyElementsOfTypes(Target.Unmodelled.class);
  }

  @Example
  void aRuleOf64KilobytesIsReadAndALineOfThemIsQuotedInBrief() {
    String comment = "x".repeat(64 << 10);

    Rule rule =
        only(save(table(COUNTED + "-m comment --comment " + comment + " -j DROP")).orElseThrow());
    assertThat(rule.statements()).containsExactly(new Target.Drop());
    assertThat(rule.text()).hasSizeGreaterThan(64 << 10);
    assertThat(save(table(comment))).isEmpty();
    assertThat(save(table(COUNTED + "-m comment --comment \"" + comment))).isEmpty();
    assertThat(only(nft(ruleset("{\"" + comment + "\": null}")).orElseThrow()).statements())
        .hasExactlyElementsOfTypes(Target.Unmodelled.class);
  }

  @Example
  void aSetOf100000ElementsIsReadWhole() {
    String elements =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "\"10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "\"")
            .collect(Collectors.joining(", "));
    String set =
        "{\"set\": {\"family\": \"ip\", \"name\": \"s\", \"table\": \"t\","
            + " \"type\": \"ipv4_addr\", \"elem\": ["
            + elements
            + "]}}";

    Ruleset ruleset =
        nft(ruleset("{\"drop\": null}").replace("]}}]", "]}}, " + set + "]")).orElseThrow();
    assertThat(ruleset.tables().getFirst().sets().get("s")).hasSize(100_000);
  }

  @Example
  void whatIsNestedTooDeepIsNotUnderstood() {
    for (String part : List.of("[", "{\"a\":", "{\"match\": {\"left\": {\"&\": [", "[{\"set\":")) {
      assertThat(nft(ruleset(part.repeat(20_000)))).isEmpty();
    }
    assertThat(nft("{\"nftables\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}")).isEmpty();
  }

  @Example
  void noRulesAreNotReadOutOfNothing() {
    for (String nothing : List.of("", "{}", "null", "[]", "{\"nftables\": {}}", "{\"x\": []}")) {
      assertThat(nft(nothing)).as(nothing).isEmpty();
    }
  }

  /// Jumps in a circle, which the kernel refuses, are the walk's to notice.
  @Example
  void chainsThatLeadIntoEachOtherAreReadAsTheyAre() {
    String circle = ":A - [0:0]\n[0:0] -A FORWARD -j A\n[0:0] -A A -g FORWARD";

    assertThat(save(table(circle)).orElseThrow().tables().getFirst().chains())
        .extracting(Chain::name)
        .containsExactly("FORWARD", "A");
  }

  private static String table(String lines) {
    return "*filter\n:FORWARD ACCEPT [0:0]\n" + lines + "\nCOMMIT\n";
  }

  private static String ruleset(String statement) {
    return """
    {"nftables": [{"metainfo": {"json_schema_version": 1}},
    {"table": {"family": "ip", "name": "t", "handle": 1}},
    {"chain": {"family": "ip", "table": "t", "name": "c", "handle": 1}},
    {"rule": {"family": "ip", "table": "t", "chain": "c", "handle": 2, "expr": [%s]}}]}
    """
        .formatted(statement);
  }

  private static Rule only(Ruleset ruleset) {
    assertThat(ruleset.tables().getFirst().chains().getFirst().rules()).hasSize(1);
    return ruleset.tables().getFirst().chains().getFirst().rules().getFirst();
  }

  private static Optional<Ruleset> save(String text) {
    IptablesProbe probe = new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT);
    return read(() -> probe.observe(request -> Response.of(text)));
  }

  private static Optional<Ruleset> nft(String text) {
    NftProbe probe = new NftProbe(Namespace.HOST);
    return read(() -> probe.observe(request -> Response.of(text)));
  }

  private interface Reading {
    Ruleset read() throws Unobservable;
  }

  /// Nothing where it was not understood, which is the only other answer.
  private static Optional<Ruleset> read(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (Unobservable unobservable) {
      assertThat(unobservable.reason()).isEqualTo(Reason.NOT_UNDERSTOOD);
      assertThat(unobservable.detail()).hasSizeLessThan(400).doesNotContain("\n");
      return Optional.empty();
    }
  }

  private static String text(String resource) {
    return captured(HostileRulesTest.class, resource);
  }
}

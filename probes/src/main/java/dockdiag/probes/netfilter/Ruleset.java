package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Elements.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rules of one backend in one network namespace, as its command prints them.
public record Ruleset(List<Table> tables) {

  /// Of sets and maps in a rule of nft.
  private static final List<String> LOOKUPS = List.of("\"set\":", "\"map\":", "\"vmap\":", "\"@");

  /// A table.
  ///
  /// @param sets the elements of its sets and maps, by name
  public record Table(
      Backend backend,
      Family family,
      String name,
      List<Chain> chains,
      Map<String, List<Element>> sets) {

    /// Its place, as a report cites it: `iptables nat`, `nft inet mine`.
    public String place() {
      String of = backend == Backend.NFTABLES ? family + " " : "";
      return (family == Family.IP6 && of.isEmpty()
              ? "ip6" + backend.command().substring(2)
              : backend.command())
          + " "
          + of
          + name;
    }

    private Table knowing(List<Ipset> ipsets) {
      if (backend == Backend.NFTABLES) {
        return this;
      }
      Map<String, List<Element>> all =
          ipsets.stream().collect(Collectors.toUnmodifiableMap(Ipset::name, Ipset::elements));
      return new Table(
          backend, family, name, chains.stream().map(c -> c.asking(ipsets, family)).toList(), all);
    }

    private boolean isSame(Table other) {
      return backend == Backend.IPTABLES_NFT && family == other.family && name.equals(other.name);
    }

    /// Whether its rules use sets: iptables makes none such, and prints them without (1.8.13).
    private boolean looksUp() {
      return chains.stream().flatMap(chain -> chain.rules().stream()).anyMatch(Rule::looksUp);
    }
  }

  /// A chain.
  ///
  /// @param hook of a base chain; empty of others
  /// @param policy of a base chain, `ACCEPT` or `DROP`; empty of others
  public record Chain(String name, Optional<Hook> hook, Optional<String> policy, List<Rule> rules) {

    private Chain asking(List<Ipset> ipsets, Family family) {
      return new Chain(
          name, hook, policy, rules.stream().map(rule -> rule.asking(ipsets, family)).toList());
    }
  }

  /// A rule.
  ///
  /// @param number its place in the chain from 1, as `iptables --line-numbers` counts
  /// @param handle nft's number of it; 0 of iptables
  /// @param text as the command printed it, without counters
  /// @param options its parts in their order; of nft one for each statement
  /// @param statements what it asks and does, understood
  public record Rule(
      int number,
      long handle,
      long packets,
      long bytes,
      String text,
      List<Option> options,
      List<Statement> statements) {

    private Rule asking(List<Ipset> ipsets, Family family) {
      List<Statement> known =
          statements.stream()
              .map(one -> one instanceof Match.Member member ? asked(member, ipsets, family) : one)
              .toList();
      return known.equals(statements)
          ? this
          : new Rule(number, handle, packets, bytes, text, options, known);
    }

    private static Match asked(Match.Member member, List<Ipset> ipsets, Family family) {
      return ipsets.stream()
          .flatMap(set -> set.asked(member, family).stream())
          .findFirst()
          .orElse(member);
    }

    /// The same at another place of its chain.
    public Rule at(int other) {
      return new Rule(other, handle, packets, bytes, text, options, statements);
    }

    private boolean looksUp() {
      return LOOKUPS.stream().anyMatch(text::contains);
    }
  }

  /// An option of a rule: `! -i docker0` is negated, named `-i`, with one value.
  public record Option(String name, boolean negated, List<String> values) {

    /// The first value; empty where there is none.
    public String value() {
      return values.isEmpty() ? "" : values.getFirst();
    }

    @Override
    public String toString() {
      String words = String.join(" ", values);
      return (negated ? "! " : "") + name + (words.isEmpty() ? "" : " " + words);
    }
  }

  /// The rules that send packets on to another address, in the order of tables and chains.
  public List<DnatRule> dnatRules() {
    return tables.stream()
        .flatMap(table -> table.chains().stream().flatMap(chain -> DnatRule.of(table, chain)))
        .toList();
  }

  /// All that the kernel asks, in the order in which nft lists tables: those that iptables keeps
  /// are in nft's list too, with targets that nft cannot tell, and are taken from iptables; but
  /// not where nft put rules into them that iptables cannot tell.
  ///
  /// @param iptables what each of iptables' forms showed
  public static Ruleset merged(Ruleset nft, List<Ruleset> iptables) {
    List<Table> left = new ArrayList<>();
    iptables.forEach(ruleset -> left.addAll(ruleset.tables()));
    List<Table> merged = new ArrayList<>();
    for (Table table : nft.tables()) {
      Optional<Table> kept = left.stream().filter(candidate -> candidate.isSame(table)).findFirst();
      kept.ifPresent(left::remove);
      merged.add(kept.filter(_ -> !table.looksUp()).orElse(table));
    }
    merged.addAll(left);
    return new Ruleset(List.copyOf(merged));
  }

  /// Whether rules ask for sets of ipset.
  public boolean asksIpsets() {
    return tables.stream()
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.statements().stream())
        .anyMatch(Match.Member.class::isInstance);
  }

  /// The same with what is in the sets of ipset that rules ask for.
  public Ruleset knowing(List<Ipset> ipsets) {
    return new Ruleset(tables.stream().map(table -> table.knowing(ipsets)).toList());
  }
}

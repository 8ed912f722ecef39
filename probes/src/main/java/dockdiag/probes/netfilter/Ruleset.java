package dockdiag.probes.netfilter;

import java.util.List;
import java.util.Optional;

/// The rules of one backend in one network namespace, as its command prints them.
public record Ruleset(List<Table> tables) {

  /// A table.
  public record Table(Backend backend, Family family, String name, List<Chain> chains) {}

  /// A chain.
  ///
  /// @param policy of a base chain, `ACCEPT` or `DROP`; empty of others
  public record Chain(String name, Optional<String> policy, List<Rule> rules) {}

  /// A rule.
  ///
  /// @param number its place in the chain from 1, as `iptables --line-numbers` counts
  /// @param text as the command printed it, without counters
  /// @param options its parts in their order; of nft one for each statement
  public record Rule(int number, long packets, long bytes, String text, List<Option> options) {}

  /// An option of a rule: `! -i docker0` is negated, named `-i`, with one value.
  public record Option(String name, boolean negated, List<String> values) {

    /// The first value; empty where there is none.
    public String value() {
      return values.isEmpty() ? "" : values.getFirst();
    }
  }

  /// The rules that send packets on to another address, in the order of tables and chains.
  public List<DnatRule> dnatRules() {
    return tables.stream()
        .flatMap(table -> table.chains().stream().flatMap(chain -> DnatRule.of(table, chain)))
        .toList();
  }
}

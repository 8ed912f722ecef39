package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;

/// Where a packet met a rule: `iptables filter DOCKER-USER 1`.
///
/// @param number of the rule from 1; 0 is the chain's policy
public record Place(Table table, String chain, int number, String text) {

  static Place of(Table table, Chain chain, Rule rule) {
    return new Place(table, chain.name(), rule.number(), rule.text());
  }

  static Place policy(Table table, Chain chain) {
    return new Place(table, chain.name(), 0, "policy " + chain.policy().orElse("ACCEPT"));
  }

  @Override
  public String toString() {
    return table.place() + " " + chain + " " + (number == 0 ? "policy" : "" + number);
  }
}

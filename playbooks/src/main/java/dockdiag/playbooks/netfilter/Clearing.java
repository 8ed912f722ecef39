package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Namespace;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;

/// Takes a rule or a policy of the host out of the packet's way, and puts it back.
///
/// @param number of the rule from 1; 0 is the chain's policy
public record Clearing(Table table, String chain, int number) {

  /// Of what a packet met there.
  public static Clearing of(Place place) {
    return new Clearing(place.table(), place.chain(), place.number());
  }

  /// Takes the rule out; a policy becomes ACCEPT.
  public String removing() {
    return number == 0 ? command().policy("ACCEPT") : command().delete(rule());
  }

  /// Puts it back where it was.
  public String restoring() {
    return number == 0 ? command().policy("DROP") : command().insert(rule());
  }

  private RuleCommand command() {
    return new RuleCommand(table, chain, Namespace.HOST);
  }

  private Rule rule() {
    return table.chains().stream()
        .filter(one -> one.name().equals(chain))
        .flatMap(one -> one.rules().stream())
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }
}

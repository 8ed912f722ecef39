package dockdiag.playbooks.firewall;

import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.netfilter.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A rule of DOCKER-USER, and why it may be in vain.
///
/// @param why what keeps it from its work; empty while that is not known
record UserRule(Table table, Rule rule, String why) {

  UserRule because(String reason) {
    return new UserRule(table, rule, reason);
  }

  String place() {
    return table.place() + " DOCKER-USER " + rule.number();
  }

  /// It takes every packet out of the chain.
  boolean takesAll() {
    return rule.statements().stream().noneMatch(Match.class::isInstance) && (lets() || stops());
  }

  boolean lets() {
    return target()
        .filter(one -> one instanceof Target.Return || one instanceof Target.Accept)
        .isPresent();
  }

  boolean stops() {
    return target()
        .filter(one -> one instanceof Target.Drop || one instanceof Target.Reject)
        .isPresent();
  }

  private Optional<Target> target() {
    return rule.statements().stream()
        .filter(Target.class::isInstance)
        .map(Target.class::cast)
        .reduce((first, last) -> last);
  }

  /// The port that it asks for as the packet's own, where it asks for one alone.
  Optional<Integer> port() {
    return rule.options().stream()
        .filter(option -> option.name().equals("--dport") && !option.negated())
        .map(Option::value)
        .filter(value -> value.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .findFirst();
  }

  /// Whether the client could be meant by what else it asks for.
  boolean isForSource(Arrival arrival) {
    return rule.options().stream()
        .filter(option -> option.name().equals("-s") && !option.negated())
        .map(Option::value)
        .allMatch(
            source ->
                Subnet.parse(source).map(subnet -> subnet.contains(arrival.client())).orElse(true));
  }

  /// The same at the chain's top, for the port that the packet then has.
  String first(Arrival arrival) {
    return inserted(Integer.toString(arrival.binding().container().number()));
  }

  /// The same at the chain's top.
  String again() {
    return inserted("");
  }

  /// @param port instead of the one that it asks for; empty: the same
  private String inserted(String port) {
    String command = table.backend() == Backend.IPTABLES_LEGACY ? "iptables-legacy" : "iptables";
    List<String> words = new ArrayList<>(List.of(command, "-I", "DOCKER-USER", "1"));
    for (Option option : rule.options()) {
      if (option.negated()) {
        words.add("!");
      }
      words.add(option.name());
      boolean swapped = option.name().equals("--dport") && !port.isEmpty();
      words.addAll(swapped ? List.of(port) : option.values());
    }
    return CommandLine.of(words.toArray(String[]::new)).replace(" '!' ", " ! ");
  }
}

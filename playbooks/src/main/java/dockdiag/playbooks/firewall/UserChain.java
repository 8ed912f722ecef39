package dockdiag.playbooks.firewall;

import dockdiag.playbooks.netfilter.Arrival;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The chain DOCKER-USER.
///
/// @param rules in their order
record UserChain(List<UserRule> rules) {

  static Optional<UserChain> in(Ruleset ruleset) {
    for (Table table : ruleset.tables()) {
      Optional<Chain> chain =
          table.chains().stream().filter(one -> one.name().equals("DOCKER-USER")).findFirst();
      if (table.name().equals("filter") && chain.isPresent()) {
        return Optional.of(
            new UserChain(
                chain.get().rules().stream().map(rule -> new UserRule(table, rule, "")).toList()));
      }
    }
    return Optional.empty();
  }

  /// Empty, or the one RETURN with which engines before 28 make it.
  boolean isAsTheEngineMakesIt() {
    return rules.isEmpty() || (rules.size() == 1 && rules.getFirst().takesAll());
  }

  /// Rules that let this port of the host pass and that the packet does not come to, or comes to
  /// with the container's port.
  List<UserRule> meantToPass(Arrival arrival, Place stop) {
    int host = arrival.binding().hostPort();
    int inside = arrival.binding().container().number();
    List<UserRule> vain = new ArrayList<>();
    for (UserRule rule : rules) {
      boolean before = rule.rule().number() < stop.number();
      Optional<Integer> port = rule.port();
      if (!rule.lets() || port.isEmpty() || !rule.isForSource(arrival)) {
        continue;
      }
      if (before && port.get() == host && host != inside) {
        vain.add(rule.because("packets have port " + inside + " there"));
      } else if (!before && (port.get() == host || port.get() == inside)) {
        vain.add(rule.because("stands behind rule " + stop.number()));
      }
    }
    return vain;
  }

  /// Rules that were meant to drop and have nothing to do: behind one that takes all, or for a port
  /// that only the host has.
  List<UserRule> idle(List<Arrival> arrivals) {
    List<UserRule> idle = new ArrayList<>();
    Optional<UserRule> last = Optional.empty();
    for (UserRule rule : rules) {
      if (last.isPresent() && !rule.takesAll()) {
        idle.add(rule.because("stands behind rule " + last.get().rule().number()));
      } else if (rule.stops() && rule.port().filter(port -> isOfHost(port, arrivals)).isPresent()) {
        idle.add(rule.because("packets have the container's port there"));
      }
      last = last.isEmpty() && rule.takesAll() ? Optional.of(rule) : last;
    }
    return idle;
  }

  /// The host's port of a container that has another, and no container's own.
  private static boolean isOfHost(int port, List<Arrival> arrivals) {
    return arrivals.stream().anyMatch(one -> one.passes() && one.binding().hostPort() == port)
        && arrivals.stream().noneMatch(one -> one.binding().container().number() == port);
  }
}

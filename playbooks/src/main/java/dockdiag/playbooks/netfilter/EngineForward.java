package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.packetpath.RulesetOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Hook.Point;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.Set;

/// The engine's own rules that let forwarded packets through to a published port.
///
/// Engines 20.10 to 29 accept them in the chain DOCKER of iptables' filter table, address and port
/// of the container by name; whatever reaches the chain's end meets the policy or, since 28, a DROP
/// of the engine's own.
final class EngineForward {

  private static final Set<String> OWN =
      Set.of(
          "DOCKER",
          "DOCKER-FORWARD",
          "DOCKER-BRIDGE",
          "DOCKER-CT",
          "DOCKER-INTERNAL",
          "DOCKER-ISOLATION-STAGE-1",
          "DOCKER-ISOLATION-STAGE-2");

  private EngineForward() {}

  /// Whether the request ends where it does because those rules are gone.
  static boolean isMissing(Flow flow, Stop stop, Facts facts) throws Unobservable {
    return flow.caller().isEmpty()
        && stop.isOnHost(Direction.REQUEST)
        && stop.point().filter(Point.FORWARD::equals).isPresent()
        && isLeftToIt(stop)
        && !accepts(flow, facts);
  }

  /// By the policy of the filter table, or by a rule of the engine's own.
  private static boolean isLeftToIt(Stop stop) {
    return stop.place()
        .filter(place -> place.table().name().equals("filter"))
        .filter(place -> place.table().backend() != Backend.NFTABLES)
        .filter(place -> place.number() == 0 || OWN.contains(place.chain()))
        .isPresent();
  }

  private static boolean accepts(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    int port = flow.port().orElseThrow().number();
    return facts.infer(new RulesetOf(Namespace.HOST)).tables().stream()
        .filter(table -> table.name().equals("filter") && isReached(table))
        .flatMap(table -> table.chains().stream())
        .filter(chain -> chain.name().equals("DOCKER"))
        .flatMap(chain -> chain.rules().stream())
        .anyMatch(rule -> isFor(rule, container.addresses(), port));
  }

  private static boolean isReached(Table table) {
    return table.chains().stream()
        .map(Chain::rules)
        .flatMap(List::stream)
        .anyMatch(rule -> value(rule, "-j").equals("DOCKER"));
  }

  private static boolean isFor(Rule rule, List<Address> addresses, int port) {
    return value(rule, "-j").equals("ACCEPT")
        && value(rule, "--dport").equals(Integer.toString(port))
        && addresses.stream()
            .map(address -> address + (address.isIpv6() ? "/128" : "/32"))
            .anyMatch(value(rule, "-d")::equals);
  }

  private static String value(Rule rule, String option) {
    return rule.options().stream()
        .filter(one -> one.name().equals(option))
        .map(one -> one.value())
        .findFirst()
        .orElse("");
  }
}

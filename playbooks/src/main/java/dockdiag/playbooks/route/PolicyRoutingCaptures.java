package dockdiag.playbooks.route;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.RoutingRule;
import dockdiag.probes.route.TableRoute;
import java.util.Optional;

/// A rule of the routing policy sends what is for the network's containers into a table that does
/// not know their network.
public final class PolicyRoutingCaptures implements Check<Wired> {

  private static final RoutingProbe ROUTING = new RoutingProbe(Namespace.HOST, IpVersion.V4);

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), cables -> judge(cables, facts));
  }

  private static Optional<Finding> judge(Cables cables, Facts facts) throws Unobservable {
    Optional<String> bridge = cables.network().bridge();
    if (bridge.isEmpty()) {
      return Optional.empty();
    }
    Policy policy = new Policy(facts.get(ROUTING));
    for (DockerNetwork.Pool pool : cables.network().pools()) {
      Optional<Address> inside = cables.addressIn(pool.subnet());
      Optional<Policy.Choice> choice =
          inside.isEmpty() ? Optional.empty() : policy.choice(inside.get());
      if (choice.isPresent() && captures(choice.get(), bridge.get())) {
        return Optional.of(found(cables, pool.subnet(), choice.get()));
      }
    }
    return Optional.empty();
  }

  /// What the main table itself sends elsewhere is no capture: its routes overlap.
  private static boolean captures(Policy.Choice choice, String bridge) {
    return !choice.rule().table().equals("main")
        && !choice.rule().table().equals("local")
        && !choice.route().device().equals(bridge);
  }

  private static Finding found(Cables cables, Subnet subnet, Policy.Choice choice) {
    RoutingRule rule = choice.rule();
    TableRoute route = choice.route();
    String leads = route.device().isEmpty() ? route.type().name() : "dev " + route.device();
    Finding finding =
        Finding.error(cables.subject())
            .word("priority", rule.priority())
            .word("table", rule.table())
            .word("subnet", subnet)
            .because(ROUTING, rule.priority() + ": lookup " + rule.table())
            .because(
                ROUTING, "table %s: %s %s".formatted(rule.table(), route.destination(), leads));
    int before = rule.priority() - 1;
    String words = " to %s lookup main priority %d".formatted(subnet, before);
    return before < 1
        ? finding.mend(Remedy.byHand("order", "ip rule"))
        : finding.mend(
            Remedy.automatic("except", "ip rule add" + words)
                .undoneBy("ip rule del" + words)
                .untilReboot());
  }
}

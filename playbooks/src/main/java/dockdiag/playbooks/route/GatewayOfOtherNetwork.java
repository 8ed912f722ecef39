package dockdiag.playbooks.route;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.route.Route;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;
import java.util.Set;

/// A container is asked by its macvlan or ipvlan address, answers by the gateway of a bridge, and
/// the host takes no packets from there with that address.
public final class GatewayOfOtherNetwork implements Check<Wired> {

  private static final Set<String> ON_THE_LAN = Set.of("macvlan", "ipvlan");
  private static final SysctlProbe ALL =
      new SysctlProbe(Namespace.HOST, "net.ipv4.conf.all.rp_filter");

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.plugs(facts), plug -> judge(plug, facts));
  }

  private static Optional<Finding> judge(Plug plug, Facts facts) throws Unobservable {
    boolean isAsked =
        plug.isLive()
            && ON_THE_LAN.contains(plug.network().driver())
            && plug.endpoint().ipv4().flatMap(Endpoint.Ip::gateway).isPresent();
    if (!isAsked) {
      return Optional.empty();
    }
    for (Plug other : facts.infer(new TopologyOf()).of(plug.container().name())) {
      Optional<String> bridge = other.network().bridge();
      if (bridge.isPresent() && isDefault(other, facts) && isStrict(bridge.get(), facts)) {
        return Optional.of(found(plug, other, facts));
      }
    }
    return Optional.empty();
  }

  private static boolean isDefault(Plug plug, Facts facts) throws Unobservable {
    String device = plug.plugged().name();
    return facts.get(new RoutesProbe(plug.namespace())).stream()
        .filter(Route::isDefault)
        .anyMatch(route -> route.device().equals(device));
  }

  /// The larger of the two counts; 1 is strict, 2 is loose (ip-sysctl of the kernel).
  private static boolean isStrict(String bridge, Facts facts) throws Unobservable {
    return Math.max(number(ALL, facts), number(of(bridge), facts)) == 1;
  }

  private static int number(SysctlProbe probe, Facts facts) throws Unobservable {
    String text = facts.get(probe);
    if (!text.matches("[0-2]")) {
      throw Unobservable.notUnderstood(probe.source(), text);
    }
    return Integer.parseInt(text);
  }

  private static SysctlProbe of(String bridge) {
    return SysctlProbe.ofInterface(Namespace.HOST, "ipv4", bridge, "rp_filter");
  }

  private static Finding found(Plug plug, Plug other, Facts facts) throws Unobservable {
    String bridge = other.network().bridge().orElseThrow();
    String set = "sysctl -w " + of(bridge).name() + "=";
    return Finding.error(plug.subject())
        .word("address", plug.endpoint().addresses().getFirst())
        .word("other", other.network().name())
        .because(new RoutesProbe(plug.namespace()), "default dev " + other.plugged().name())
        .because(ALL, facts.get(ALL))
        .because(of(bridge), facts.get(of(bridge)))
        .mend(Remedy.automatic("loose", set + "2").undoneBy(set + "1").untilReboot())
        .mend(
            Remedy.byHand(
                "leave",
                "docker network disconnect "
                    + other.network().name()
                    + " "
                    + plug.container().name()));
  }
}

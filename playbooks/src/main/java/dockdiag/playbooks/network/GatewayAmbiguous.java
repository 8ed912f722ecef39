package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.route.Route;
import dockdiag.probes.route.RoutesProbe;
import java.util.List;
import java.util.Optional;

/// A container has several ways out that lead to different places, nobody said which is the
/// default, and the engine's choice is the one without masquerading.
public final class GatewayAmbiguous implements Check<Wired> {

  private static final String MASQUERADE = "com.docker.network.bridge.enable_ip_masquerade";
  private static final int KNOWS_PRIORITIES = 28;

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.plugs(facts), plug -> judge(plug, facts));
  }

  private static Optional<Finding> judge(Plug plug, Facts facts) throws Unobservable {
    if (!isWayOut(plug) || masquerades(plug.network())) {
      return Optional.empty();
    }
    List<Plug> others =
        facts.infer(new TopologyOf()).of(plug.container().name()).stream()
            .filter(one -> isWayOut(one) && masquerades(one.network()))
            .filter(one -> one.endpoint().gatewayPriority() == plug.endpoint().gatewayPriority())
            .toList();
    return others.isEmpty() || !isDefault(plug, facts)
        ? Optional.empty()
        : Optional.of(found(plug, others.getFirst(), facts));
  }

  private static boolean isWayOut(Plug plug) {
    return plug.isLive()
        && !plug.network().internal()
        && plug.network().driver().equals("bridge")
        && plug.endpoint().ipv4().flatMap(Endpoint.Ip::gateway).isPresent();
  }

  private static boolean masquerades(DockerNetwork network) {
    return !network.options().getOrDefault(MASQUERADE, "true").equals("false");
  }

  private static boolean isDefault(Plug plug, Facts facts) throws Unobservable {
    String device = plug.plugged().name();
    return facts.get(routes(plug)).stream()
        .filter(Route::isDefault)
        .anyMatch(route -> route.device().equals(device));
  }

  private static RoutesProbe routes(Plug plug) throws Unobservable {
    return new RoutesProbe(plug.namespace());
  }

  private static Finding found(Plug plug, Plug other, Facts facts) throws Unobservable {
    String container = plug.container().name();
    Finding finding =
        Finding.warning(plug.subject())
            .word("other", other.network().name())
            .because(routes(plug), "default dev " + plug.plugged().name())
            .because(new NetworksProbe(), plug.network().name() + ": " + MASQUERADE + "=false");
    String leave = "docker network disconnect %s " + container;
    String join = "docker network connect%s %s " + container;
    return facts.get(new DaemonProbe()).majorVersion() >= KNOWS_PRIORITIES
        ? finding.mend(
            Remedy.byHand(
                "priority",
                leave.formatted(other.network().name()),
                join.formatted(" --gw-priority 1", other.network().name())))
        : finding.mend(
            Remedy.byHand("leave", leave.formatted(plug.network().name()))
                .undoneBy(join.formatted("", plug.network().name())));
  }
}

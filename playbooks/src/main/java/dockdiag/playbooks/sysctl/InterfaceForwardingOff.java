package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.Route;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One of the interfaces by which the packet or its answer comes in forwards nothing, although the
/// host as a whole does.
///
/// The kernel asks the interface by which a packet comes in (ip_route_input_slow): the uplink for
/// requests, the network's bridge for answers.
public final class InterfaceForwardingOff implements Check<Flow> {

  private static final SysctlProbe WHOLE = new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward");

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    if (facts.get(WHOLE).equals("0")) {
      return Optional.empty(); // every interface is off then
    }
    for (String device : devices(flow, facts)) {
      SysctlProbe probe = SysctlProbe.ofInterface(Namespace.HOST, "ipv4", device, "forwarding");
      if (facts.get(probe).equals("0")) {
        return Optional.of(found(flow, device, probe));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Flow flow, String device, SysctlProbe probe) {
    return Finding.error(flow.subject())
        .word("device", device)
        .because(probe, probe.name() + " = 0")
        .because(WHOLE, "net.ipv4.ip_forward = 1")
        .mend(
            Remedy.automatic("enable", "sysctl -w " + probe.name() + "=1")
                .undoneBy("sysctl -w " + probe.name() + "=0")
                .untilReboot())
        .mend(Remedy.byHand("persist"));
  }

  /// The interfaces that the packet and its answer come in by.
  static Set<String> devices(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Set<String> bridges = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    facts.get(new NetworksProbe()).stream()
        .filter(network -> network.bridge().isPresent())
        .forEach(
            network -> {
              bridges.add(network.bridge().get());
              if (!network.internal()
                  && container.endpoints().stream()
                      .anyMatch(one -> one.networkId().equals(network.id()))) {
                own.add(network.bridge().get());
              }
            });
    Set<String> devices = new TreeSet<>(own.size() == 1 ? own : Set.of());
    if (!own.isEmpty()) {
      devices.addAll(uplinks(flow, bridges, facts));
    }
    return devices;
  }

  /// Towards the client where it is known, else towards everybody; where the host has no default
  /// route, its only interface.
  private static List<String> uplinks(Flow flow, Set<String> bridges, Facts facts)
      throws Unobservable {
    List<Route> routes =
        facts.get(new RoutesProbe(Namespace.HOST)).stream()
            .filter(route -> !bridges.contains(route.device()))
            .toList();
    Optional<Address> client = flow.client().filter(one -> !one.isIpv6() && !one.isLoopback());
    if (client.isPresent()) {
      return routes.stream()
          .filter(route -> route.destination().contains(client.get()))
          .max(Comparator.comparingInt(Route::prefixLength))
          .map(route -> List.of(route.device()))
          .orElse(List.of());
    }
    List<String> defaults = new ArrayList<>();
    routes.stream().filter(Route::isDefault).map(Route::device).distinct().forEach(defaults::add);
    List<String> all = routes.stream().map(Route::device).distinct().toList();
    return defaults.isEmpty() && all.size() == 1 ? all : defaults;
  }
}

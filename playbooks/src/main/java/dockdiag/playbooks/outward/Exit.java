package dockdiag.playbooks.outward;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;

/// Where a container's packets leave its network namespace.
///
/// @param owner whose namespace it is: the container itself, or the one that it shares it with
/// @param inside the namespace; the host's, where the container is in the host's network
/// @param plugs the owner's connections to networks, in the engine's order
/// @param routing what tells the route
/// @param route the one that its packets take; empty where there is none
public record Exit(
    Container owner,
    Namespace inside,
    List<Plug> plugs,
    RoutingProbe routing,
    Optional<TableRoute> route) {

  public Exit {
    plugs = List.copyOf(plugs);
  }

  /// Whether the container is in the host's own network.
  public boolean isOfHost() {
    return inside.equals(Namespace.HOST);
  }

  /// Who asks.
  public Client client() {
    return new Client.InContainer(owner.name());
  }

  /// Whether all of its networks are such that nothing leaves them.
  public boolean isKeptInside() {
    return !plugs.isEmpty() && plugs.stream().allMatch(plug -> plug.network().internal());
  }

  /// The connection by which its packets leave; without a route those that lead out at all.
  ///
  /// @throws Unobservable where its interfaces cannot be seen
  public List<Plug> ways() throws Unobservable {
    Optional<Plug> taken = taken();
    return taken.isPresent()
        ? taken.stream().toList()
        : plugs.stream().filter(plug -> !plug.network().internal()).toList();
  }

  /// The connection that the route leads to; empty where there is no route, or it leads elsewhere.
  ///
  /// @throws Unobservable where its interfaces cannot be seen
  public Optional<Plug> taken() throws Unobservable {
    for (Plug plug : route.isPresent() ? plugs : List.<Plug>of()) {
      Optional<String> device = plug.plug().map(Link::name);
      if (device.equals(route.map(TableRoute::device))) {
        return Optional.of(plug);
      }
    }
    return Optional.empty();
  }

  /// Whether the host forwards its packets: from one of its bridges.
  ///
  /// @throws Unobservable where its interfaces cannot be seen
  public boolean isForwarded() throws Unobservable {
    return ways().stream()
        .map(Plug::network)
        .map(DockerNetwork::bridge)
        .anyMatch(Optional::isPresent);
  }
}

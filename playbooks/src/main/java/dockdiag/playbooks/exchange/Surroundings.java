package dockdiag.playbooks.exchange;

import dockdiag.playbooks.SocketHolder;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;

/// What is around the namespaces that packets pass: who has which address on which bridge, and who
/// listens where.
final class Surroundings {

  private final Facts facts;

  Surroundings(Facts facts) {
    this.facts = facts;
  }

  Container container(String name) throws Unobservable {
    return facts.get(new ContainerProbe(name));
  }

  /// The container whose network namespace that one is in: mostly itself.
  Container owner(String name) throws Unobservable {
    Container container = container(name);
    return container.networking().mode() instanceof NetworkMode.OfContainer(String other)
        ? container(other)
        : container;
  }

  /// The container's network namespace; of one in the host's network the host's.
  static Namespace inside(Container container) throws Unobservable {
    if (container.networking().mode() instanceof NetworkMode.OfHost) {
      return Namespace.HOST;
    }
    if (!container.hasProcess()) {
      throw new Unobservable(Unobservable.Reason.NOT_PRESENT, container.name() + " does not run");
    }
    return new Namespace.OfContainer(container.name(), container.state().pid());
  }

  Optional<DockerNetwork> behind(String bridge) throws Unobservable {
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> network.bridge().equals(Optional.of(bridge)))
        .findFirst();
  }

  /// The network on which the container has one of the addresses.
  Optional<DockerNetwork> network(Container container, List<Address> addresses)
      throws Unobservable {
    List<String> ids =
        container.endpoints().stream()
            .filter(endpoint -> endpoint.addresses().stream().anyMatch(addresses::contains))
            .map(endpoint -> endpoint.networkId())
            .toList();
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> ids.contains(network.id()))
        .findFirst();
  }

  /// The running container that has the address on that network.
  Optional<Container> neighbour(DockerNetwork network, Address address) throws Unobservable {
    for (ContainerSummary summary : facts.get(new ContainersProbe())) {
      boolean has =
          summary.endpoints().stream()
              .filter(endpoint -> endpoint.networkId().equals(network.id()))
              .anyMatch(endpoint -> endpoint.addresses().contains(address));
      if (has) {
        Container container = container(summary.name());
        if (container.hasProcess()) {
          return Optional.of(container);
        }
      }
    }
    return Optional.empty();
  }

  List<Socket> sockets(Namespace namespace) throws Unobservable {
    return facts.get(new SocketsProbe(namespace));
  }

  /// The process that holds one of the host's sockets, as far as that matters.
  ///
  /// @throws Unobservable where it may be docker-proxy, which answers for somebody else
  Optional<RunningProcess> holder(Socket socket) throws Unobservable {
    Optional<RunningProcess> holder = SocketHolder.of(socket, Namespace.HOST, facts);
    if (holder.isEmpty() && isPublished(socket)) {
      facts.get(new ProcessesProbe(Namespace.HOST));
      throw new Unobservable(
          Unobservable.Reason.NOT_PERMITTED,
          "who listens on " + socket.local().with(socket.localPort()) + ": not told");
    }
    return holder;
  }

  private boolean isPublished(Socket socket) throws Unobservable {
    Port port = new Port(socket.localPort(), socket.protocol());
    return facts.get(new ContainersProbe()).stream()
        .flatMap(container -> container.published().stream())
        .anyMatch(published -> published.host().equals(port));
  }
}

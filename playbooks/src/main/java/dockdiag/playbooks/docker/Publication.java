package dockdiag.playbooks.docker;

import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.docker.RequestedPort;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was asked to be published, what was, and what listens, in the words of evidence.
final class Publication {

  private Publication() {}

  /// `80/tcp` behind `0.0.0.0:8080`, and the rest of its bindings.
  static List<PublishedPort> of(Container container, Port port) {
    return container.published().stream()
        .filter(binding -> binding.container().equals(port))
        .toList();
  }

  /// `8080->80/tcp, 127.0.0.1:9090->90/tcp`, or `{}`.
  static String requested(Container container) {
    return container.requested().isEmpty()
        ? "{}"
        : container.requested().stream()
            .map(Publication::requested)
            .collect(Collectors.joining(", "));
  }

  private static String requested(RequestedPort one) {
    String address = one.hostAddress().map(to -> to + ":").orElse("");
    String ports = one.hostPorts().map(Object::toString).orElse("any");
    return address + ports + "->" + one.container();
  }

  /// The networks that the container is attached to, as far as the engine still knows them.
  static List<DockerNetwork> networks(Container container, List<DockerNetwork> all) {
    Set<String> names =
        container.endpoints().stream().map(one -> one.network()).collect(Collectors.toSet());
    return all.stream().filter(network -> names.contains(network.name())).toList();
  }

  /// The ports on which something other than the engine's DNS server listens.
  static Set<Port> listening(List<Socket> sockets) {
    Set<Port> ports = new TreeSet<>();
    sockets.stream()
        .filter(Socket::isListening)
        .filter(socket -> !socket.isEmbeddedDns())
        .map(Socket::port)
        .flatMap(Optional::stream)
        .forEach(ports::add);
    return ports;
  }
}

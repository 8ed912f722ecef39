package dockdiag.playbooks.socket;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.SocketHolder;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What listens in the container of a flow, without the engine's own DNS server.
///
/// @param probe by which it was seen
record Listeners(SocketsProbe probe, Container container, List<Socket> all) {

  static Listeners of(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    SocketsProbe probe = new SocketsProbe(flow.inside(container));
    List<Socket> listening =
        facts.get(probe).stream()
            .filter(Socket::isListening)
            .filter(socket -> !socket.isEmbeddedDns())
            .toList();
    return new Listeners(probe, container, listening);
  }

  /// Those on that port.
  List<Socket> on(Port port) {
    return all.stream().filter(socket -> socket.port().filter(port::equals).isPresent()).toList();
  }

  /// The ports on which something listens, in order; `nothing` where nothing does.
  String ports() {
    return all.isEmpty()
        ? "nothing"
        : all.stream()
            .map(Socket::port)
            .flatMap(Optional::stream)
            .distinct()
            .sorted()
            .map(Port::toString)
            .collect(Collectors.joining(", "));
  }

  /// Whether the engine publishes the socket's port, so that it is not the one that is missed.
  boolean isPublished(Socket socket) {
    return container.published().stream()
        .anyMatch(binding -> socket.port().equals(Optional.of(binding.container())));
  }

  /// The process that holds the socket, where that can be seen.
  Optional<RunningProcess> owner(Socket socket, Facts facts) {
    return SocketHolder.of(socket, probe.namespace(), facts);
  }

  /// As evidence: `LISTEN 127.0.0.1:3306 mysqld (pid 1)`.
  String describe(Socket socket, Facts facts) {
    String name = owner(socket, facts).map(one -> " " + one.name()).orElse("");
    String pid = owner(socket, facts).map(one -> " (pid " + one.pidInside() + ")").orElse("");
    String state = socket.protocol() == Protocol.TCP ? "LISTEN" : "UDP";
    return state + " " + socket.local().with(socket.localPort()) + name + pid;
  }

  /// The name of the process, or what stands for it.
  String name(Socket socket, Facts facts) {
    return owner(socket, facts).map(RunningProcess::name).orElse("the server");
  }
}

package dockdiag.playbooks.docker;

import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.SocketHolder;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who has a port of the host.
///
/// @param name the container, or the process with its pid
/// @param probe by which that was seen
/// @param fact what was seen
/// @param stop the command that would free the port
record PortOwner(String name, Probe<?> probe, String fact, String stop) {

  private static final Pattern IN_TEXT = Pattern.compile(":([0-9]{1,5})\\b");

  /// The ports of the host that the container wants: those it asks to be published on, and, in the
  /// host's own network, those that it exposes or complains of.
  static Set<Port> wanted(Container container, String complaint) {
    Set<Port> ports = new TreeSet<>();
    container
        .requested()
        .forEach(
            one ->
                one.hostPorts()
                    .ifPresent(
                        range -> ports.add(new Port(range.first(), one.container().protocol()))));
    if (ports.isEmpty()) {
      ports.addAll(container.config().exposedPorts());
      Matcher matcher = IN_TEXT.matcher(complaint);
      while (matcher.find()) {
        Port.parse(matcher.group(1)).ifPresent(ports::add);
      }
    }
    return ports;
  }

  /// Its owner, if it is another than the container; a container before a bare process, since
  /// docker-proxy only stands for one.
  static Optional<PortOwner> of(Port port, Container self, Facts facts) throws Unobservable {
    ContainersProbe probe = new ContainersProbe();
    for (ContainerSummary other : facts.get(probe)) {
      boolean owns = other.published().stream().anyMatch(one -> one.host().equals(port));
      if (owns && !other.id().equals(self.id())) {
        String fact = other.name() + " publishes " + Evidence.list(other.published());
        String stop = CommandLine.of("docker", "stop", other.name());
        return Optional.of(new PortOwner("the container " + other.name(), probe, fact, stop));
      }
    }
    return process(port, facts);
  }

  private static Optional<PortOwner> process(Port port, Facts facts) throws Unobservable {
    SocketsProbe probe = new SocketsProbe(Namespace.HOST);
    Optional<Socket> holder =
        facts.get(probe).stream()
            .filter(socket -> socket.port().equals(Optional.of(port)))
            .filter(socket -> socket.isListening() || port.protocol() == Protocol.TCP)
            .findFirst();
    return holder.map(
        socket -> {
          Optional<RunningProcess> process = SocketHolder.of(socket, Namespace.HOST, facts);
          String name =
              process.map(one -> one.name() + " (pid " + one.pid() + ")").orElse("a process");
          String fact = socket.state() + " " + socket.local().with(socket.localPort()) + " " + name;
          String stop =
              process.map(one -> "kill " + one.pid()).orElse("ss -ltnp sport = :" + port.number());
          return new PortOwner(name, probe, fact, stop);
        });
  }
}

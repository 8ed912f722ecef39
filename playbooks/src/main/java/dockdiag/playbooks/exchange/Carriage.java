package dockdiag.playbooks.exchange;

import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Optional;

/// Takes a packet from one namespace to the next, until somebody's sockets have it or it comes no
/// further.
final class Carriage {

  /// What is known, and what has been passed.
  record Journal(Passed passed, Surroundings around, Namespaces namespaces) {}

  private final Passed passed;
  private final Surroundings around;
  private final Namespaces namespaces;
  private final Direction direction;
  private final Where host;
  private final Client client;

  /// @param host what its passages of the host's namespace are called
  /// @param client who asks; a neighbour's own namespace is not looked at
  Carriage(Journal journal, Direction direction, Where host, Client client) {
    this.passed = journal.passed();
    this.around = journal.around();
    this.namespaces = journal.namespaces();
    this.direction = direction;
    this.host = host;
    this.client = client;
  }

  /// From a process of the host.
  Rest fromHost(Packet packet) throws Unobservable {
    Packet known = passed.known(Namespace.HOST, packet);
    return afterHost(leg(host, known, path(Namespace.HOST).leaving(known)));
  }

  /// Into the host by one of its interfaces.
  Rest intoHost(Packet packet) throws Unobservable {
    Packet known = passed.known(Namespace.HOST, packet);
    return afterHost(leg(host, known, path(Namespace.HOST).arriving(known)));
  }

  private PacketPath path(Namespace namespace) throws Unobservable {
    return new PacketPath(namespaces.of(namespace));
  }

  private Leg leg(Where where, Packet before, Trace trace) throws Unobservable {
    Leg leg = new Leg(where, direction, before, trace);
    passed.add(leg);
    return leg;
  }

  private Rest afterHost(Leg leg) throws Unobservable {
    return switch (leg.trace().fate()) {
      case Fate.Sent(String device, Packet packet) -> {
        passed.remember(Namespace.HOST, packet);
        Optional<DockerNetwork> network = around.behind(device);
        yield network.isPresent()
            ? toNeighbour(network.get(), device, packet)
            : new Rest.Left(device, packet);
      }
      case Fate.Delivered(Packet packet) -> delivered("host", Namespace.HOST, packet);
      case Fate fate -> stopped(leg, fate);
    };
  }

  private Rest delivered(String by, Namespace namespace, Packet packet) {
    passed.remember(namespace, packet);
    return new Rest.Delivered(by, namespace, packet);
  }

  private static Rest stopped(Leg leg, Fate fate) {
    return new Rest.Ended(
        fate instanceof Fate.Undecided(String why)
            ? new End.Undecided(why)
            : new End.Stopped(leg, fate));
  }

  private Rest toNeighbour(DockerNetwork network, String bridge, Packet packet)
      throws Unobservable {
    Address address = packet.destination().address();
    if (client.equals(new Client.OnBridge(bridge, address))) {
      return new Rest.Left(bridge, packet);
    }
    Optional<Container> container = around.neighbour(network, address);
    if (container.isEmpty()) {
      return new Rest.Ended(new End.Nobody(address, bridge));
    }
    Namespace namespace = Surroundings.inside(container.get());
    Optional<Link> link = having(address, namespaces.of(namespace));
    return link.isEmpty()
        ? new Rest.Ended(new End.Nobody(address, bridge))
        : intoContainer(container.get(), packet.across(link.get().name()));
  }

  private static Optional<Link> having(Address address, Netns netns) {
    return netns.links().stream()
        .filter(link -> link.addresses().stream().anyMatch(one -> one.address().equals(address)))
        .findFirst();
  }

  private Rest intoContainer(Container container, Packet packet) throws Unobservable {
    Namespace namespace = Surroundings.inside(container);
    Packet known = passed.known(namespace, packet);
    Where where = new Where.InContainer(container.name());
    return afterContainer(leg(where, known, path(namespace).arriving(known)), container);
  }

  /// From a process of the container, which is not in the host's network.
  Rest fromContainer(Container container, Packet packet) throws Unobservable {
    Namespace namespace = Surroundings.inside(container);
    Packet known = passed.known(namespace, packet);
    Where where = new Where.InContainer(container.name());
    return afterContainer(leg(where, known, path(namespace).leaving(known)), container);
  }

  private Rest afterContainer(Leg leg, Container container) throws Unobservable {
    Namespace namespace = Surroundings.inside(container);
    return switch (leg.trace().fate()) {
      case Fate.Sent(String device, Packet packet) -> {
        passed.remember(namespace, packet);
        yield ontoBridge(container, device, packet);
      }
      case Fate.Delivered(Packet packet) -> delivered(container.name(), namespace, packet);
      case Fate fate -> stopped(leg, fate);
    };
  }

  private Rest ontoBridge(Container container, String device, Packet packet) throws Unobservable {
    Netns inside = namespaces.of(Surroundings.inside(container));
    List<Assigned> own = inside.link(device).map(Link::addresses).orElse(List.of());
    Optional<DockerNetwork> network =
        around.network(container, own.stream().map(Assigned::address).toList());
    Optional<String> bridge = network.flatMap(DockerNetwork::bridge);
    Optional<String> parent = network.flatMap(DockerNetwork::parent);
    if (parent.isPresent()) {
      return past(network.get(), parent.get(), packet);
    }
    if (network.map(DockerNetwork::driver).equals(Optional.of("overlay"))) {
      return past(network.get(), device, packet);
    }
    if (network.isEmpty() || bridge.isEmpty()) {
      return new Rest.Ended(
          new End.Undecided(container.name() + " " + device + ": not on a bridge of the host"));
    }
    Address to = packet.destination().address();
    boolean beside = own.stream().anyMatch(one -> subnet(one).contains(to));
    boolean forHost = having(to, namespaces.of(Namespace.HOST)).isPresent();
    Packet there = packet.across(bridge.get());
    return beside && !forHost
        ? overBridge(network.get(), port(inside.link(device), bridge.get()), there)
        : intoHost(there);
  }

  /// Past the host's rules, by an interface on top of one of the host's or by the bridge of an
  /// overlay network, which has a namespace of its own: to a neighbour here at once, else out.
  private Rest past(DockerNetwork network, String device, Packet packet) throws Unobservable {
    return around.neighbour(network, packet.destination().address()).isPresent()
        ? toNeighbour(network, device, packet)
        : new Rest.Left(device, packet);
  }

  private static Subnet subnet(Assigned own) {
    return new Subnet(own.address() + "/" + own.prefixLength());
  }

  /// From port to port of a bridge, where br_netfilter has the host's rules asked.
  ///
  /// @param port that it came in by; empty of a neighbour that is not looked at
  Rest overBridge(DockerNetwork network, String port, Packet packet) throws Unobservable {
    String bridge = packet.in();
    Packet known = passed.known(Namespace.HOST, packet);
    String to = portTowards(network, bridge, packet.destination().address());
    Leg leg =
        leg(new Where.OverBridge(bridge), known, path(Namespace.HOST).bridged(known, port, to));
    return leg.trace().fate() instanceof Fate.Sent(String device, Packet sent)
            && around.behind(device).isEmpty()
        ? overPort(network, bridge, sent)
        : afterHost(leg);
  }

  private Rest overPort(DockerNetwork network, String bridge, Packet sent) throws Unobservable {
    passed.remember(Namespace.HOST, sent);
    return toNeighbour(network, bridge, sent);
  }

  private String portTowards(DockerNetwork network, String bridge, Address address)
      throws Unobservable {
    if (client.equals(new Client.OnBridge(bridge, address))) {
      return "";
    }
    Optional<Container> container = around.neighbour(network, address);
    Optional<Link> link =
        container.isEmpty()
            ? Optional.empty()
            : having(address, namespaces.of(Surroundings.inside(container.get())));
    return port(link, bridge);
  }

  /// The bridge's end of a container's veth pair.
  private String port(Optional<Link> inside, String bridge) throws Unobservable {
    Optional<Integer> peer = inside.flatMap(Link::peer);
    return namespaces.of(Namespace.HOST).links().stream()
        .filter(link -> link.master().equals(Optional.of(bridge)))
        .filter(link -> peer.equals(Optional.of(link.index())))
        .map(Link::name)
        .findFirst()
        .orElse("");
  }
}

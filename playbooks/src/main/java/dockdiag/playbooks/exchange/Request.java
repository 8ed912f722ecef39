package dockdiag.playbooks.exchange;

import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.playbooks.packetpath.Way;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.Link.Assigned;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One request on its way: from namespace to namespace until somebody takes it or something stops
/// it.
final class Request {

  /// More namespaces than any way that people build; a way in a circle would never end.
  private static final int MOST_LEGS = 16;

  private final ExchangeOf asked;
  private final Surroundings around;
  private final Namespaces namespaces;
  private final List<Leg> legs = new ArrayList<>();

  Request(ExchangeOf asked, Surroundings around, Namespaces namespaces) {
    this.asked = asked;
    this.around = around;
    this.namespaces = namespaces;
  }

  Exchange exchange() {
    try {
      End end = begin();
      return new Exchange(legs, end);
    } catch (Unobservable unknown) {
      return new Exchange(legs, new End.Undecided(unknown.detail()));
    }
  }

  private End begin() throws Unobservable {
    return switch (asked.client()) {
      case Client.Outside(Address address, String device) ->
          atHost(arriving(address, device), new Where.OnHost());
      case Client.OnBridge(String bridge, Address address) -> onBridge(bridge, address);
      case Client.OnHost() -> fromHost(destination(), new Where.OnHost());
      case Client.InContainer(String name) -> fromContainer(around.container(name));
    };
  }

  private Endpoint destination() {
    return new Endpoint(asked.to(), asked.port());
  }

  private Packet arriving(Address source, String device) {
    return Packet.arriving(
        asked.protocol(), new Endpoint(source, Client.PORT), destination(), device);
  }

  private End onBridge(String bridge, Address address) throws Unobservable {
    Packet packet = arriving(address, bridge);
    Optional<DockerNetwork> network = around.behind(bridge);
    boolean beside = network.filter(one -> one.contains(asked.to())).isPresent();
    return beside ? overBridge(bridge, packet) : atHost(packet, new Where.OnHost());
  }

  private End fromHost(Endpoint to, Where where) throws Unobservable {
    Netns host = namespaces.of(Namespace.HOST);
    Packet packet = leaving(host, to);
    Leg leg = leg(where, packet, new PacketPath(host).leaving(packet));
    return goOn(leg);
  }

  private Packet leaving(Netns netns, Endpoint to) {
    Address any = to.address().isIpv6() ? Address.ANY6 : Address.ANY4;
    Address source = netns.source(to.address()).orElse(any);
    return Packet.leaving(asked.protocol(), new Endpoint(source, Client.PORT), to);
  }

  private End atHost(Packet packet, Where where) throws Unobservable {
    Netns host = namespaces.of(Namespace.HOST);
    return goOn(leg(where, packet, new PacketPath(host).arriving(packet)));
  }

  private Leg leg(Where where, Packet before, Trace trace) throws Unobservable {
    if (legs.size() == MOST_LEGS) {
      throw new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, "a way in a circle");
    }
    Leg leg = new Leg(where, Direction.REQUEST, before, trace);
    legs.add(leg);
    return leg;
  }

  /// From the host, where the leg has ended there.
  private End goOn(Leg leg) throws Unobservable {
    return switch (leg.trace().fate()) {
      case Fate.Sent(String device, Packet packet) -> leftHost(device, packet);
      case Fate.Delivered(Packet packet) -> takenByHost(packet);
      case Fate fate -> stopped(leg, fate);
    };
  }

  private static End stopped(Leg leg, Fate fate) {
    return fate instanceof Fate.Undecided(String why)
        ? new End.Undecided(why)
        : new End.Stopped(leg, fate);
  }

  private End leftHost(String device, Packet packet) throws Unobservable {
    Optional<DockerNetwork> network = around.behind(device);
    return network.isPresent()
        ? intoContainer(network.get(), device, packet)
        : new End.Away(device);
  }

  private End intoContainer(DockerNetwork network, String bridge, Packet packet)
      throws Unobservable {
    Address address = packet.destination().address();
    Optional<Container> container = around.neighbour(network, address);
    if (container.isEmpty()) {
      return new End.Nobody(address, bridge);
    }
    Namespace namespace = Surroundings.inside(container.get());
    Netns inside = namespaces.of(namespace);
    Optional<Link> link = having(address, inside);
    if (link.isEmpty()) {
      return new End.Nobody(address, bridge);
    }
    Packet there =
        Packet.arriving(asked.protocol(), packet.source(), packet.destination(), link.get().name());
    Where where = new Where.InContainer(container.get().name());
    Leg leg = leg(where, there, new PacketPath(inside).arriving(there));
    return leg.trace().fate() instanceof Fate.Delivered(Packet delivered)
        ? taken(container.get().name(), namespace, delivered)
        : leftContainer(leg, container.get(), inside);
  }

  private static Optional<Link> having(Address address, Netns netns) {
    return netns.links().stream()
        .filter(link -> link.addresses().stream().anyMatch(one -> one.address().equals(address)))
        .findFirst();
  }

  private End taken(String by, Namespace namespace, Packet delivered) throws Unobservable {
    return switch (Listening.of(around.sockets(namespace), asked.protocol(), delivered)) {
      case Listening.By _ -> new End.Answered(by);
      case Listening.Nobody _ -> new End.Refused(by);
      case Listening.Perhaps(Socket socket) -> perhaps(socket);
    };
  }

  private static End perhaps(Socket socket) {
    return new End.Undecided(
        "whether " + socket.local().with(socket.localPort()) + " takes IPv4 is not told");
  }

  private End takenByHost(Packet delivered) throws Unobservable {
    List<Socket> sockets = around.sockets(Namespace.HOST);
    return switch (Listening.of(sockets, asked.protocol(), delivered)) {
      case Listening.By(Socket socket) -> takenByHost(socket);
      case Listening.Nobody _ -> new End.Refused("host");
      case Listening.Perhaps(Socket socket) -> perhaps(socket);
    };
  }

  /// docker-proxy makes a connection of its own.
  private End takenByHost(Socket socket) throws Unobservable {
    Optional<RunningProcess> holder = around.holder(socket, Namespace.HOST);
    Optional<Endpoint> target = holder.flatMap(Proxy::target);
    return target.isPresent()
        ? fromHost(target.get(), new Where.Proxied())
        : new End.Answered(holder.map(RunningProcess::name).orElse("host"));
  }

  private End fromContainer(Container container) throws Unobservable {
    Namespace namespace = Surroundings.inside(container);
    if (namespace.equals(Namespace.HOST)) {
      return fromHost(destination(), new Where.OnHost());
    }
    Netns inside = namespaces.of(namespace);
    Packet packet = leaving(inside, destination());
    Where where = new Where.InContainer(container.name());
    Leg leg = leg(where, packet, new PacketPath(inside).leaving(packet));
    return leg.trace().fate() instanceof Fate.Delivered(Packet delivered)
        ? taken(container.name(), namespace, delivered)
        : leftContainer(leg, container, inside);
  }

  private End leftContainer(Leg leg, Container container, Netns inside) throws Unobservable {
    if (!(leg.trace().fate() instanceof Fate.Sent(String device, Packet packet))) {
      return stopped(leg, leg.trace().fate());
    }
    List<Assigned> own = inside.link(device).map(Link::addresses).orElse(List.of());
    Optional<String> bridge =
        around
            .network(container, own.stream().map(Assigned::address).toList())
            .flatMap(DockerNetwork::bridge);
    if (bridge.isEmpty()) {
      return new End.Undecided(
          container.name() + " sends it by " + device + ", which is on no bridge of the host");
    }
    Packet there =
        Packet.arriving(asked.protocol(), packet.source(), packet.destination(), bridge.get());
    Address to = packet.destination().address();
    boolean beside = own.stream().anyMatch(one -> subnet(one).contains(to));
    boolean forHost = having(to, namespaces.of(Namespace.HOST)).isPresent();
    return beside && !forHost ? overBridge(bridge.get(), there) : atHost(there, new Where.OnHost());
  }

  private static Subnet subnet(Assigned own) {
    return new Subnet(own.address() + "/" + own.prefixLength());
  }

  private End overBridge(String bridge, Packet packet) throws Unobservable {
    Way way = new Way(List.of(), new Fate.Sent(bridge, packet));
    leg(new Where.OverBridge(bridge), packet, new Trace(List.of(way), way.fate()));
    Optional<DockerNetwork> network = around.behind(bridge);
    return network.isPresent()
        ? intoContainer(network.get(), bridge, packet)
        : new End.Undecided("no network has the bridge " + bridge);
  }
}

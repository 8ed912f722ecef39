package dockdiag.playbooks.exchange;

import dockdiag.playbooks.exchange.Leg.Direction;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import java.util.List;
import java.util.Optional;

/// A client's request, whoever takes it, and the answers.
final class Conversation {

  private static final Where PROXIED = new Where.Proxied();

  private final ExchangeOf asked;
  private final Surroundings around;
  private final Namespaces namespaces;
  private final Carriage.Journal journal;

  Conversation(ExchangeOf asked, Surroundings around, Namespaces namespaces) {
    this.asked = asked;
    this.around = around;
    this.namespaces = namespaces;
    this.journal = new Carriage.Journal(new Passed(), around, namespaces);
  }

  private Carriage carriage(Direction direction, Where host) {
    return new Carriage(journal, direction, host, asked.client());
  }

  private Carriage requests() {
    return carriage(Direction.REQUEST, new Where.OnHost());
  }

  Exchange exchange() {
    End end;
    try {
      end = end(asked.destination(), begin(), new Where.OnHost());
    } catch (Unobservable unknown) {
      end = new End.Undecided(unknown.detail());
    }
    return new Exchange(journal.passed().legs(), end);
  }

  /// The same where whoever is asked beyond the host answers: it ends with [End.Away] only where
  /// the answer comes back to the client.
  Exchange roundTrip() {
    End end;
    try {
      Rest rest = begin();
      end =
          rest instanceof Rest.Left left
              ? back(left)
              : end(asked.destination(), rest, new Where.OnHost());
    } catch (Unobservable unknown) {
      end = new End.Undecided(unknown.detail());
    }
    return new Exchange(journal.passed().legs(), end);
  }

  private End back(Rest.Left left) throws Unobservable {
    List<Leg> legs = journal.passed().legs();
    if (!legs.isEmpty() && legs.getLast().where() instanceof Where.InContainer) {
      return new End.Away(left.device()); // by the parent of a macvlan, past the host's own rules
    }
    Packet answer = left.packet().answer();
    Rest rest = carriage(Direction.REPLY, new Where.OnHost()).intoHost(answer);
    End away = new End.Away(left.device());
    return switch (rest) {
      case Rest.Ended(End end) -> end;
      case Rest.Left(String _, Packet packet) -> recognised(asked.destination(), packet, away);
      case Rest.Delivered(String _, Namespace _, Packet packet) ->
          recognised(asked.destination(), packet, away);
    };
  }

  private Rest begin() throws Unobservable {
    return switch (asked.client()) {
      case Client.Outside(Address address, String device) ->
          requests().intoHost(arriving(address, device));
      case Client.OnBridge(String bridge, Address address) -> onBridge(bridge, address);
      case Client.OnHost() -> fromHost(asked.destination(), new Where.OnHost());
      case Client.InContainer(String name) -> fromContainer(around.owner(name));
    };
  }

  private Packet arriving(Address source, String device) {
    return asked.request(source, asked.destination(), device);
  }

  private Rest onBridge(String bridge, Address address) throws Unobservable {
    Packet packet = arriving(address, bridge);
    Optional<DockerNetwork> network = around.behind(bridge);
    return network.isPresent() && network.get().contains(asked.to())
        ? requests().overBridge(network.get(), "", packet)
        : requests().intoHost(packet);
  }

  private Rest fromHost(Endpoint to, Where where) throws Unobservable {
    Packet packet = leaving(namespaces.of(Namespace.HOST), to);
    return carriage(Direction.REQUEST, where).fromHost(packet);
  }

  private Packet leaving(Netns netns, Endpoint to) {
    Address any = to.address().isIpv6() ? Address.ANY6 : Address.ANY4;
    Address source = netns.source(to.address()).orElse(any);
    return asked.request(source, to, "");
  }

  private Rest fromContainer(Container container) throws Unobservable {
    Namespace namespace = Surroundings.inside(container);
    return namespace.equals(Namespace.HOST)
        ? fromHost(asked.destination(), new Where.OnHost())
        : requests()
            .fromContainer(container, leaving(namespaces.of(namespace), asked.destination()));
  }

  /// @param to whom the connection was meant for, where it began
  /// @param host what its passages of the host's namespace are called
  private End end(Endpoint to, Rest rest, Where host) throws Unobservable {
    return switch (rest) {
      case Rest.Ended(End end) -> end;
      case Rest.Left(String device, Packet _) -> new End.Away(device);
      case Rest.Delivered delivered -> {
        End taken = taken(delivered);
        boolean answers = taken instanceof End.Answered || taken instanceof End.Refused;
        yield answers ? answered(to, delivered, taken, carriage(Direction.REPLY, host)) : taken;
      }
    };
  }

  private End taken(Rest.Delivered delivered) throws Unobservable {
    if (asked.at().isEmpty()) {
      return new End.Answered(delivered.by()); // by the kernel
    }
    Namespace namespace = delivered.namespace();
    Protocol protocol = asked.at().get().protocol();
    return switch (Listening.of(around.sockets(namespace), protocol, delivered.packet())) {
      case Listening.Nobody _ -> new End.Refused(delivered.by());
      case Listening.By(Socket socket) ->
          namespace.equals(Namespace.HOST) ? takenByHost(socket) : new End.Answered(delivered.by());
      case Listening.Perhaps(Socket socket) ->
          new End.Undecided(socket.local().with(socket.localPort()) + ": IPV6_V6ONLY not told");
    };
  }

  /// docker-proxy makes a connection of its own, and answers when that stands.
  private End takenByHost(Socket socket) throws Unobservable {
    Optional<RunningProcess> holder = around.holder(socket);
    Optional<Endpoint> target = holder.flatMap(Proxy::target);
    return target.isPresent()
        ? end(target.get(), fromHost(target.get(), PROXIED), PROXIED)
        : new End.Answered(holder.map(RunningProcess::name).orElse("host"));
  }

  /// The way back; the client knows an answer by the end that it asked.
  private End answered(Endpoint to, Rest.Delivered delivered, End taken, Carriage replies)
      throws Unobservable {
    Packet answer = delivered.packet().answer();
    Rest rest =
        delivered.namespace().equals(Namespace.HOST)
            ? replies.fromHost(answer)
            : replies.fromContainer(around.container(delivered.by()), answer);
    return switch (rest) {
      case Rest.Ended(End end) -> end;
      case Rest.Left(String _, Packet packet) -> recognised(to, packet, taken);
      case Rest.Delivered(String _, Namespace _, Packet packet) -> recognised(to, packet, taken);
    };
  }

  private static End recognised(Endpoint to, Packet answer, End taken) {
    return answer.source().equals(to)
        ? taken
        : new End.Undecided("asked " + to + ", answered by " + answer.source());
  }
}

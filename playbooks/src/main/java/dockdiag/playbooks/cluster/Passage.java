package dockdiag.playbooks.cluster;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one of two nodes must be able to send to the other.
///
/// @param other the node that is not this one
/// @param port whose, of the node that is sent to
public record Passage(Other other, Direction direction, Port port, ExchangeOf question) {

  /// Which way.
  public enum Direction {
    /// From the other node to this one.
    IN,
    /// From this one to the other.
    OUT
  }

  /// All between this node and the others (Docker's manual, "Open protocols and ports between the
  /// hosts"): managers alone are asked by 2377, all by 7946, and by the port of the containers' own
  /// packets.
  static List<Passage> all(Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    Tunnels tunnels = facts.infer(new Tunnels.Of());
    List<Passage> all = new ArrayList<>();
    for (Other other : facts.infer(new OthersOf())) {
      Optional<Address> asManager = own.address().filter(_ -> own.manager());
      if (other.isManager()) {
        all.add(out(other, Other.MANAGEMENT));
      }
      all.addAll(in(other, Other.MANAGEMENT, asManager, facts));
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        Port gossip = new Port(Other.GOSSIP.number(), protocol);
        all.add(out(other, gossip));
        all.addAll(in(other, gossip, own.address(), facts));
      }
    }
    if (tunnels.port().isPresent()) {
      for (Other end : tunnels.ends()) {
        all.add(out(end, tunnels.port().get()));
        all.addAll(in(end, tunnels.port().get(), tunnels.own(), facts));
      }
    }
    return List.copyOf(all);
  }

  private static Passage out(Other other, Port port) {
    return of(other, Direction.OUT, port, new Client.OnHost(), other.address());
  }

  /// None where packets come in for another address, which nobody tells: behind somebody's NAT.
  private static List<Passage> in(Other other, Port port, Optional<Address> own, Facts facts)
      throws Unobservable {
    List<Address> addresses = facts.get(new AddressesProbe(Namespace.HOST));
    Optional<Address> here = own.filter(addresses::contains);
    return here.isEmpty()
        ? List.of()
        : Client.outside(facts, Optional.of(other.address()), here.get()).stream()
            .map(client -> of(other, Direction.IN, port, client, here.get()))
            .toList();
  }

  private static Passage of(
      Other other, Direction direction, Port port, Client client, Address to) {
    ExchangeOf question = new ExchangeOf(client, port.protocol(), to, port.number());
    return new Passage(other, direction, port, question);
  }
}

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
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

  /// The ports at which a node is asked, and whether managers alone are (Docker's manual, "Open
  /// protocols and ports between the hosts").
  private static Map<Port, Boolean> ports(Membership own) {
    Map<Port, Boolean> ports = new LinkedHashMap<>();
    ports.put(Other.MANAGEMENT, true);
    ports.put(Other.GOSSIP, false);
    ports.put(new Port(Other.GOSSIP.number(), Protocol.UDP), false);
    ports.put(data(own), false);
    return ports;
  }

  /// The port of the containers' own packets.
  static Port data(Membership own) {
    return new Port(own.dataPort(), Protocol.UDP);
  }

  /// All between this node and the other.
  static List<Passage> between(Membership own, Other other, Facts facts) throws Unobservable {
    // behind somebody's NAT packets come in for another address, which nobody tells
    List<Address> addresses = facts.get(new AddressesProbe(Namespace.HOST));
    List<Passage> passages = new ArrayList<>();
    for (Entry<Port, Boolean> one : ports(own).entrySet()) {
      Port port = one.getKey();
      if (!one.getValue() || other.isManager()) {
        passages.add(of(other, Direction.OUT, port, new Client.OnHost(), other.address()));
      }
      Optional<Address> here =
          own.address().filter(addresses::contains).filter(_ -> !one.getValue() || own.manager());
      if (here.isPresent()) {
        Client.outside(facts, Optional.of(other.address()), here.get())
            .map(client -> of(other, Direction.IN, port, client, here.get()))
            .ifPresent(passages::add);
      }
    }
    return passages;
  }

  private static Passage of(
      Other other, Direction direction, Port port, Client client, Address to) {
    ExchangeOf question = new ExchangeOf(client, port.protocol(), to, port.number());
    return new Passage(other, direction, port, question);
  }
}

package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.util.Optional;

/// The question what becomes of a client's request.
///
/// @param to whom the client asks, as it knows it
/// @param at the port that it asks; empty: an echo (RFC 792, RFC 4443)
public record ExchangeOf(Client client, Address to, Optional<Port> at)
    implements Inference<Exchange> {

  /// Of a port.
  public ExchangeOf(Client client, Protocol protocol, Address to, int port) {
    this(client, to, Optional.of(new Port(port, protocol)));
  }

  /// Whom it asks: `198.51.100.1:8080`, for an echo `198.51.100.1`.
  public String asked() {
    return at.map(port -> to.with(port.number())).orElseGet(to::toString);
  }

  /// By which protocol: `tcp`, `icmp`.
  public String protocol() {
    return at.map(port -> port.protocol().toString()).orElse("icmp");
  }

  @Override
  public Exchange infer(Facts facts) {
    return over(facts, namespace -> Netns.of(facts, namespace));
  }

  /// The same over namespaces that may be other than they were observed.
  public Exchange over(Facts facts, Namespaces namespaces) {
    return new Conversation(this, new Surroundings(facts), namespaces).exchange();
  }

  Endpoint destination() {
    return new Endpoint(to, at.map(Port::number).orElse(0));
  }

  /// The request, come in by the interface, or made where that is empty.
  Packet request(Address source, Endpoint destination, String device) {
    Endpoint from = new Endpoint(source, Client.PORT);
    return at.map(port -> Packet.arriving(port.protocol(), from, destination, device))
        .orElseGet(() -> Packet.ping(source, destination.address(), device));
  }
}

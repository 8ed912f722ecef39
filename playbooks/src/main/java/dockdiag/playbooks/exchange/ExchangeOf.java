package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;

/// The question what becomes of a client's request.
///
/// @param to whom the client asks, as it knows it
public record ExchangeOf(Client client, Protocol protocol, Address to, int port)
    implements Inference<Exchange> {

  @Override
  public Exchange infer(Facts facts) {
    return over(facts, namespace -> Netns.of(facts, namespace));
  }

  /// The same over namespaces that may be other than they were observed.
  public Exchange over(Facts facts, Namespaces namespaces) {
    return new Conversation(this, new Surroundings(facts), namespaces).exchange();
  }
}

package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;

/// The question what this host makes of a request to the outside and of the answer to it, whoever
/// is asked taken to answer: where both pass, it ends with [End.Away].
public record RoundTripOf(ExchangeOf asked) implements Inference<Exchange> {

  @Override
  public Exchange infer(Facts facts) {
    return new Conversation(asked, new Surroundings(facts), namespace -> Netns.of(facts, namespace))
        .roundTrip();
  }
}

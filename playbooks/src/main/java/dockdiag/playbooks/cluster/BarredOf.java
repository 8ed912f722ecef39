package dockdiag.playbooks.cluster;

import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.socket.SocketsProbe;
import java.util.ArrayList;
import java.util.List;

/// The passages between this node and the others that its own rules close.
public record BarredOf() implements Inference<List<Barred>> {

  @Override
  public List<Barred> infer(Facts facts) throws Unobservable {
    List<Barred> barred = new ArrayList<>();
    List<String> undecided = new ArrayList<>();
    boolean isEncrypted = facts.infer(new OverlaysOf()).stream().anyMatch(Overlay::isEncrypted);
    for (Passage passage : Passage.all(facts)) {
      Exchange exchange =
          isEncrypted
              ? passage.question().over(facts, namespace -> Plain.of(facts, namespace))
              : facts.infer(passage.question());
      Barred.of(passage, exchange.end()).ifPresent(barred::add);
      if (exchange.end() instanceof End.Undecided(String why)) {
        undecided.add(why);
      }
    }
    if (barred.isEmpty() && !undecided.isEmpty()) {
      throw blind(facts, undecided.getFirst());
    }
    return List.copyOf(barred);
  }

  /// What cannot be looked at at all says so itself.
  private static Unobservable blind(Facts facts, String why) throws Unobservable {
    Netns.of(facts, Namespace.HOST);
    facts.get(new SocketsProbe(Namespace.HOST));
    return new Unobservable(Reason.NOT_UNDERSTOOD, why);
  }
}

package dockdiag.playbooks.cluster;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.cluster.Passage.Direction;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.NodesProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The passages that are closed between this node and others that live: a node that is dead keeps
/// silent too, and that is another fault.
public record SilenceOf() implements Inference<List<Silence>> {

  @Override
  public List<Silence> infer(Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    List<Silence> all = new ArrayList<>();
    for (Other other : facts.infer(new OthersOf())) {
      ConnectProbe gossip = other.asked(Other.GOSSIP);
      if (facts.get(gossip).isAnswered()) {
        all.addAll(management(own, other, facts));
        all.addAll(data(own, other, facts));
      } else if (isSilent(facts.get(gossip)) && isAlive(own, other, facts)) {
        all.add(silence(other, Direction.OUT, Other.GOSSIP, seen(gossip, facts)));
      }
    }
    return List.copyOf(all);
  }

  /// Whether the managers hear of it, or it answers as one of them.
  private static boolean isAlive(Membership own, Other other, Facts facts) throws Unobservable {
    return other.state() == Other.State.READY
        || (own.isActive()
            && other.isManager()
            && facts.get(other.asked(Other.MANAGEMENT)).isAnswered());
  }

  private static List<Silence> management(Membership own, Other other, Facts facts)
      throws Unobservable {
    ConnectProbe management = other.asked(Other.MANAGEMENT);
    if (other.isManager() && isSilent(facts.get(management))) {
      return List.of(silence(other, Direction.OUT, Other.MANAGEMENT, seen(management, facts)));
    }
    // it lives, it does not report, and this way is free
    return own.manager() && other.isDown()
        ? List.of(
            silence(
                other,
                Direction.IN,
                Other.MANAGEMENT,
                Evidence.of(new NodesProbe(), other.name() + ": down"),
                seen(other.asked(Other.GOSSIP), facts)))
        : List.of();
  }

  private static List<Silence> data(Membership own, Other other, Facts facts) throws Unobservable {
    Port port = Passage.data(own);
    for (Across across : facts.infer(new AcrossOf())) {
      boolean silent = across.other().equals(other) && isSilent(facts.get(across.probe()));
      if (silent && !isStranger(across, facts)) {
        return List.of(
            silence(
                other,
                Direction.OUT,
                port,
                seen(across.probe(), facts),
                seen(other.asked(Other.GOSSIP), facts)));
      }
    }
    return List.of();
  }

  /// To whom this node's own end of the network knows no way.
  private static boolean isStranger(Across across, Facts facts) throws Unobservable {
    return facts.infer(new StrangersOf(across.overlay())).stream()
        .anyMatch(one -> one.bearer().address().equals(across.probe().to()));
  }

  private static Silence silence(Other other, Direction direction, Port port, Evidence... seen) {
    return new Silence(other, direction, port, List.of(seen));
  }

  /// What a real packet met.
  public static Evidence seen(ConnectProbe probe, Facts facts) throws Unobservable {
    String outcome = facts.get(probe).outcome().name().toLowerCase(Locale.ROOT);
    return Evidence.of(probe, outcome.replace('_', '-'));
  }

  /// The same, where something may be sent at all.
  public static Optional<Evidence> seenIfSent(ConnectProbe probe, Facts facts) {
    try {
      return Optional.of(seen(probe, facts));
    } catch (Unobservable unsent) {
      return Optional.empty();
    }
  }

  private static boolean isSilent(Reach reach) {
    return reach.outcome() == Outcome.TIMED_OUT;
  }
}

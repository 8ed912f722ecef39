package dockdiag.playbooks.cluster;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.cluster.Passage.Direction;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
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
      } else if (isSilent(facts.get(gossip)) && isAlive(own, other, facts)) {
        all.add(silence(other, Direction.OUT, Other.GOSSIP, seen(gossip, facts)));
      }
    }
    for (Other end : facts.infer(new Tunnels.Of()).ends()) {
      List<Other> witnesses = witnesses(end, facts);
      if (!witnesses.isEmpty()) {
        all.addAll(data(end, witnesses.getFirst(), facts));
      }
    }
    return List.copyOf(all);
  }

  /// Who shows by an answer that the node lives: itself; where it has another address for the
  /// containers' packets, all of those that may be it.
  private static List<Other> witnesses(Other end, Facts facts) throws Unobservable {
    List<Other> others = facts.infer(new OthersOf());
    List<Other> witnesses = others.contains(end) ? List.of(end) : others;
    for (Other one : witnesses) {
      if (!facts.get(one.asked(Other.GOSSIP)).isAnswered()) {
        return List.of();
      }
    }
    return witnesses;
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

  /// Where none of its containers answers that is asked without encryption.
  ///
  /// @throws Unobservable where those alone keep silent that are asked with it: what stops that
  ///   (ESP, RFC 4303) is not looked for
  private static List<Silence> data(Other end, Other witness, Facts facts) throws Unobservable {
    List<Across> plain = new ArrayList<>();
    List<Across> encrypted = new ArrayList<>();
    for (Across across : facts.infer(new AcrossOf())) {
      if (across.other().equals(end) && !isStranger(across, facts)) {
        (across.overlay().isEncrypted() ? encrypted : plain).add(across);
      }
    }
    if (!plain.isEmpty() && areSilent(plain, facts)) {
      List<Evidence> seen = new ArrayList<>();
      for (Across across : plain) {
        seen.add(seen(across.probe(), facts));
      }
      seen.add(seen(witness.asked(Other.GOSSIP), facts));
      Port port = facts.infer(new Tunnels.Of()).port().orElseThrow();
      return List.of(new Silence(end, Direction.OUT, port, seen));
    }
    if (!encrypted.isEmpty() && areSilent(encrypted, facts)) {
      throw new Unobservable(Reason.NOT_PRESENT, "encrypted packets from " + end);
    }
    return List.of();
  }

  private static boolean areSilent(List<Across> all, Facts facts) throws Unobservable {
    for (Across across : all) {
      if (!isSilent(facts.get(across.probe()))) {
        return false;
      }
    }
    return true;
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

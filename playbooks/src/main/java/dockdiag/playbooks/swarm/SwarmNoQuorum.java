package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.SilenceOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fewer than half of the swarm's managers are left: what runs goes on, and nothing can be changed.
public final class SwarmNoQuorum implements Check<Cluster> {

  /// As swarmkit words it (manager/state/raft, `ErrNoClusterLeader`): "The swarm does not have a
  /// leader. It's possible that too few managers are online."
  private static final String NO_LEADER = "does not have a leader";

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    if (own.error().contains(NO_LEADER)) {
      return Optional.of(found(cluster, own, facts));
    }
    if (!own.error().isEmpty()) {
      throw Unobservable.notUnderstood(new MembershipProbe().source(), own.error());
    }
    return Optional.empty();
  }

  @Override
  public Set<String> brings() {
    return Set.of("swarm-node-down");
  }

  private static Finding found(Cluster cluster, Membership own, Facts facts) throws Unobservable {
    int answering = 1;
    List<Evidence> seen = new ArrayList<>();
    for (Other other : facts.infer(new OthersOf())) {
      if (other.isManager()) {
        Optional<Evidence> one = SilenceOf.seenIfSent(other.asked(Other.MANAGEMENT), facts);
        one.ifPresent(seen::add);
        boolean answers = one.isPresent() && facts.get(other.asked(Other.MANAGEMENT)).isAnswered();
        answering += answers ? 1 : 0;
      }
    }
    Finding finding =
        Finding.error(cluster.subject())
            .word("managers", own.managers().size())
            .word("answering", seen.isEmpty() ? "too few" : answering)
            .because(new MembershipProbe(), own.error());
    for (Evidence one : seen) {
      finding = finding.because(one);
    }
    String address = own.address().map(Address::toString).orElse("ADDRESS");
    return finding
        .with(!seen.isEmpty() ? Confidence.CONFIRMED : Confidence.LIKELY)
        .mend(Remedy.byHand("start", "systemctl start docker"))
        .mend(
            Remedy.byHand(
                "force", "docker swarm init --force-new-cluster --advertise-addr " + address));
  }
}

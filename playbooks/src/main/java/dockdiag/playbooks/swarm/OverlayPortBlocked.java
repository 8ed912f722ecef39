package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Barred;
import dockdiag.playbooks.cluster.BarredOf;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Concern;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.Passage;
import dockdiag.playbooks.cluster.Passage.Direction;
import dockdiag.playbooks.cluster.Silence;
import dockdiag.playbooks.cluster.SilenceOf;
import dockdiag.playbooks.resolver.RuleEvidence;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DaemonProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One of the ports by which nodes of a swarm reach each other is closed between two of them.
public final class OverlayPortBlocked implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    Optional<Finding> ruled = byRules(cluster, facts);
    if (ruled.isPresent()) {
      return ruled;
    }
    Concern concern = Concern.of(cluster, facts);
    List<Silence> silences =
        facts.infer(new SilenceOf()).stream()
            .filter(one -> concern.isWith(one.other(), one.port()))
            .toList();
    return silences.isEmpty() ? Optional.empty() : Optional.of(silent(cluster, silences, facts));
  }

  @Override
  public Check<Cluster> predicting() {
    return OverlayPortBlocked::byRules;
  }

  private static Optional<Finding> byRules(Cluster cluster, Facts facts) throws Unobservable {
    Concern concern = Concern.of(cluster, facts);
    List<Barred> barred =
        facts.infer(new BarredOf()).stream()
            .filter(one -> concern.isWith(one.passage().other(), one.passage().port()))
            .toList();
    return barred.isEmpty() ? Optional.empty() : Optional.of(ruled(cluster, barred, facts));
  }

  @Override
  public Set<String> brings() {
    return Set.of("swarm-no-quorum", "swarm-node-down", "overlay-peer-missing");
  }

  private static Finding ruled(Cluster cluster, List<Barred> barred, Facts facts)
      throws Unobservable {
    Barred first = barred.getFirst();
    Passage passage = first.passage();
    Finding finding =
        between(cluster, passage.other(), passage.direction(), facts)
            .word("port", passage.port())
            .word("culprit", first.place());
    for (Evidence rule :
        barred.stream().map(one -> RuleEvidence.of(one.place())).distinct().toList()) {
      finding = finding.because(rule);
    }
    return Opening.of(barred, met(finding, first, facts));
  }

  /// With what real packets met at the same port of the same node.
  private static Finding met(Finding finding, Barred first, Facts facts) {
    Finding met = finding;
    try {
      for (Silence silence : facts.infer(new SilenceOf())) {
        if (silence.isAbout(first.passage())) {
          met = seen(met, silence).with(Confidence.CONFIRMED);
        }
      }
    } catch (Unobservable unsent) {
      return finding; // the rule is there, whatever packets would meet
    }
    return met;
  }

  private static Finding seen(Finding finding, Silence silence) {
    Finding told = finding;
    for (Evidence seen : silence.seen()) {
      told = told.because(seen);
    }
    return told;
  }

  private static Finding silent(Cluster cluster, List<Silence> silences, Facts facts)
      throws Unobservable {
    Silence first = silences.getFirst();
    Finding finding =
        between(cluster, first.other(), first.direction(), facts)
            .word("port", first.port())
            .word("culprit", "no rule of this host");
    for (Silence silence : silences) {
      finding = seen(finding, silence);
    }
    return finding.mend(Remedy.byHand("there", "dockdiag swarm"));
  }

  private static Finding between(Cluster cluster, Other other, Direction direction, Facts facts)
      throws Unobservable {
    String here = facts.get(new DaemonProbe()).name();
    boolean in = direction == Direction.IN;
    return Finding.error(cluster.subject())
        .word("from", in ? other : here)
        .word("to", in ? here : other);
  }
}

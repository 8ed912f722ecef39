package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.SilenceOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.swarm.Node;
import dockdiag.probes.swarm.NodesProbe;
import java.util.Optional;

/// The managers no longer hear of a node, and nothing on the way is to blame.
public final class SwarmNodeDown implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    for (Node node : facts.get(new NodesProbe())) {
      if (node.name().equals(cluster.name()) && !node.isReady()) {
        return Optional.of(found(cluster, node, facts));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Cluster cluster, Node node, Facts facts) throws Unobservable {
    String message = node.message().isEmpty() ? "" : ", " + node.message();
    Finding finding =
        Finding.error(cluster.subject())
            .word("state", node.state())
            .because(new NodesProbe(), node.name() + ": " + node.state() + message);
    Optional<Other> other =
        facts.infer(new OthersOf()).stream()
            .filter(one -> one.name().equals(node.name()))
            .findFirst();
    if (other.isPresent()) {
      finding = finding.because(SilenceOf.seen(other.get().asked(Other.GOSSIP), facts));
    }
    boolean refuses =
        other.isPresent()
            && facts.get(other.get().asked(Other.GOSSIP)).outcome() == Outcome.REFUSED;
    return finding
        .with(other.isPresent() ? Confidence.CONFIRMED : Confidence.LIKELY)
        .mend(
            refuses
                ? Remedy.byHand("engine", "systemctl start docker")
                : Remedy.byHand(
                    "reach",
                    CommandLine.of(
                        "ping", other.map(one -> one.address().toString()).orElse(node.name()))))
        .mend(Remedy.byHand("remove", CommandLine.of("docker", "node", "rm", node.name())));
  }
}

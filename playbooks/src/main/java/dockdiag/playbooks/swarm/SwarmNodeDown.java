package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Cluster.Kind;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.SilenceOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.swarm.Node;
import dockdiag.probes.swarm.NodesProbe;
import java.util.List;
import java.util.Optional;

/// The managers no longer hear of a node, and nothing on the way is to blame.
public final class SwarmNodeDown implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    List<Node> nodes = facts.get(new NodesProbe());
    for (Node node : nodes) {
      boolean down = node.isDown() && !OthersOf.isLeftOver(node, nodes);
      // a name that leads nowhere may be that of somebody there
      if (down && (cluster.isOf(Kind.NAME) || node.name().equals(cluster.name()))) {
        return Optional.of(found(cluster, node, facts));
      }
    }
    return Optional.empty();
  }

  private static Finding found(Cluster cluster, Node node, Facts facts) throws Unobservable {
    String message = node.message().isEmpty() ? "" : ", " + node.message();
    Finding finding =
        Finding.error(cluster.subject())
            .word("node", node.name())
            .word("state", node.state())
            .because(new NodesProbe(), node.name() + ": " + node.state() + message);
    Optional<ConnectProbe> asked =
        facts.infer(new OthersOf()).stream()
            .filter(one -> node.address().equals(Optional.of(one.address())))
            .map(one -> one.asked(Other.GOSSIP))
            .findFirst();
    Optional<Evidence> seen = asked.flatMap(probe -> SilenceOf.seenIfSent(probe, facts));
    if (seen.isPresent()) {
      finding = finding.because(seen.get());
      if (!cluster.isOf(Kind.NAME)) { // nobody says that the name is one of that node's
        finding = finding.with(Confidence.CONFIRMED);
      }
    }
    boolean refuses = seen.isPresent() && facts.get(asked.get()).outcome() == Outcome.REFUSED;
    String address = asked.map(probe -> probe.to().toString()).orElse(node.name());
    return finding
        .mend(
            refuses
                ? Remedy.byHand("engine", "systemctl start docker")
                : Remedy.byHand("reach", CommandLine.of("ping", address)))
        .mend(Remedy.byHand("remove", CommandLine.of("docker", "node", "rm", node.id())));
  }
}

package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.symptom.SwarmInDisorder;
import dockdiag.probes.Unobservable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Do the nodes of a swarm find each other, and do its services answer?
@Command(
    name = "swarm",
    description = "nodes, overlay networks, service endpoints, the ports between hosts",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A manager tells of all nodes and services; a worker sees its own networks and ports.",
      "Where two nodes do not reach each other, run it on both: each sees its own rules alone.",
      "",
      "Examples:",
      "  dockdiag swarm                      the swarm as this node sees it",
      "  dockdiag swarm --passive            sends nothing: what the engine and the rules say",
      "  dockdiag swarm --format json        the same for a program: its member \"overview\""
    })
public final class SwarmCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  private final Work work;

  /// Carried out with this.
  public SwarmCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(SwarmCommand::diagnose);
  }

  private static Diagnosis diagnose(Session session) throws Unobservable {
    return Examination.of(new SwarmInDisorder(), Cluster.ALL, session.facts());
  }
}

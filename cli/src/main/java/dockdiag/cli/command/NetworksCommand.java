package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.symptom.NetworksInDisorder;
import dockdiag.playbooks.symptom.Wiring;
import dockdiag.playbooks.topology.Topology;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What is connected to what, and what is wrong with it?
@Command(
    name = "networks",
    description = "what is connected to what; overlaps, MTU, IPv6, aliases, drivers",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag networks                         all networks and what is plugged into them",
      "  dockdiag networks shop_default            one of them",
      "  dockdiag networks --format json           the same for a program: its member \"tree\""
    })
public final class NetworksCommand implements Callable<Integer>, Diagnosing.Question {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      paramLabel = "NETWORK",
      arity = "0..1",
      description = "one alone: its name, its id, or a unique beginning")
  private @Nullable String network;

  private final Work work;

  /// Carried out with this.
  public NetworksCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(this);
  }

  @Override
  public Diagnosis ask(Session session) throws Unobservable {
    Optional<String> name = name(session);
    Wiring asked = name.map(Wiring::named).orElse(Wiring.ALL);
    return Examination.of(new NetworksInDisorder(), asked, session.facts());
  }

  @Override
  public Optional<Topology> topology(Session session) throws Unobservable {
    Topology whole = session.facts().infer(new TopologyOf());
    return Optional.of(name(session).map(whole::only).orElse(whole));
  }

  private Optional<String> name(Session session) throws Unobservable {
    return network == null
        ? Optional.empty()
        : Optional.of(Named.network(network, session.facts()));
  }
}

package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.symptom.NatDisagrees;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Do the kernel's NAT rules agree with what the engine published?
@Command(
    name = "nat",
    description = "do the kernel's NAT rules agree with what the engine published?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag nat                    every published port of the host",
      "  dockdiag nat mysql              those of mysql",
      "  dockdiag nat --format json      for a script: status 1 where a rule is missing"
    })
public final class NatCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      index = "0",
      paramLabel = "CONTAINER",
      arity = "0..1",
      description = "one container alone: its name, its id, or a unique beginning")
  private @Nullable String container;

  private final Work work;

  /// Carried out with this.
  public NatCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(this::diagnose);
  }

  private Diagnosis diagnose(Session session) throws Unobservable {
    HostRules asked = HostRules.all();
    if (container != null) {
      String name = Named.container(container, session.facts());
      asked = asked.of(new Flow(name, Optional.empty(), options.from()));
    }
    return Examination.of(new NatDisagrees(), asked, session.facts());
  }
}

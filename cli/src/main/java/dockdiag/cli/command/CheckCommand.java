package dockdiag.cli.command;

import dockdiag.cli.session.Progress;
import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.survey.Question;
import dockdiag.playbooks.survey.Survey;
import dockdiag.probes.Unobservable;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// All of it, over the whole host, worst first.
@Command(
    name = "check",
    description = "all of it, over the whole host, worst first",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Asks of the host, its networks and every container that runs or should run what the other",
      "commands ask of one. A container that was stopped or has done its work is left out.",
      "",
      "Examples:",
      "  dockdiag check                          what is wrong on this host?",
      "  dockdiag check --fail-on warning        as a gate, after a deployment",
      "  dockdiag check --save case              to be read elsewhere",
      "  dockdiag check --ignore published-to-the-world --quiet"
    })
public final class CheckCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  private final Work work;

  /// Carried out with this.
  public CheckCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(this::diagnose);
  }

  private Diagnosis diagnose(Session session) throws Unobservable {
    Stream<Question> questions = Survey.of(session.facts());
    try (Progress progress = Progress.on(work.streams())) {
      return Survey.result(new SideBySide(progress).answers(questions, session.facts()));
    }
  }
}

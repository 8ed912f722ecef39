package dockdiag.cli.command;

import dockdiag.playbooks.Diagnosis;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every command takes that asks one question about one container: the container, and how to
/// look and to report.
final class OneContainer {

  /// The question.
  interface Question {
    /// @param container its full name
    /// @throws Unobservable where not even that can be seen
    Diagnosis ask(String container, Facts facts) throws Unobservable;
  }

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      index = "0",
      paramLabel = "CONTAINER",
      description = "its name, its id, or a unique beginning")
  private String typed = "";

  DiagnosisOptions options() {
    return options;
  }

  String typed() {
    return typed;
  }

  /// Asks it, reports, and ends.
  int call(Work work, Question question) {
    return new Diagnosing(work, options)
        .call(session -> question.ask(Named.container(typed, session.facts()), session.facts()));
  }
}

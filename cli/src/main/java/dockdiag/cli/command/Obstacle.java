package dockdiag.cli.command;

import dockdiag.cli.report.Unseen;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Subject;
import dockdiag.playbooks.docker.EngineHung;
import dockdiag.playbooks.docker.EnginePermissionDenied;
import dockdiag.playbooks.docker.EngineUnreachable;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Map;

/// What kept a command from looking at anything: the engine does not tell.
///
/// @param line what is wrong and what would settle it, for standard error
/// @param diagnosis for the report: inconclusive
record Obstacle(String line, Diagnosis diagnosis) {

  static Obstacle of(Unobservable failure, String endpoint, String timeout) {
    Fault fault =
        switch (failure.reason()) {
          case TIMED_OUT -> new EngineHung();
          case NOT_PERMITTED -> new EnginePermissionDenied();
          default -> new EngineUnreachable();
        };
    Map<String, String> words =
        Map.of("endpoint", endpoint, "detail", failure.detail(), "timeout", timeout);
    Explanation page = Explanation.of(fault, "en");
    String line =
        switch (failure.reason()) {
          case TIMED_OUT, NOT_PERMITTED, UNREACHABLE ->
              page.say("summary", words).orElseThrow()
                  + " "
                  + page.say("settle", words).orElseThrow();
          default -> Unseen.line(failure);
        };
    Examined examined =
        new Examined(
            fault.slug(),
            new Subject(Map.of("engine", endpoint)),
            new Outcome.Unknown("engine", failure.reason(), failure.detail()),
            0);
    return new Obstacle(line, new Diagnosis(List.of(), List.of(examined), List.of(), 0));
  }
}

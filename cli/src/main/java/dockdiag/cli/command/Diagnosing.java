package dockdiag.cli.command;

import dockdiag.cli.report.Report;
import dockdiag.cli.report.Unseen;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.topology.Topology;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.machine.MachineProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What every diagnosing command does around its question: look, report, save, end.
final class Diagnosing {

  /// A question to a host.
  interface Question {
    /// @throws Unobservable where the engine does not even tell what is there
    Diagnosis ask(Session session) throws Unobservable;

    /// What hangs on what, where that was asked too.
    ///
    /// @throws Unobservable where the engine does not tell
    default Optional<Topology> topology(Session session) throws Unobservable {
      return Optional.empty();
    }
  }

  private final Work work;
  private final DiagnosisOptions options;

  Diagnosing(Work work, DiagnosisOptions options) {
    this.work = work;
    this.options = options;
  }

  int call(Question question) {
    Session session = work.session(options);
    session.facts().prepare(List.of(new ContainersProbe(), new MachineProbe(), new DaemonProbe()));
    try {
      Diagnosis diagnosis = question.ask(session).ignoring(this::isHidden);
      return end(session, diagnosis, question.topology(session), Unseen.lines(diagnosis));
    } catch (Unobservable failure) {
      String timeout = options.timeout().toMillis() + " ms";
      Obstacle obstacle = Obstacle.of(failure, session.endpoint(), timeout);
      return end(session, obstacle.diagnosis(), Optional.empty(), List.of(obstacle.line()));
    }
  }

  private boolean isHidden(Diagnosed one) {
    return options.ignored().stream().anyMatch(ignored -> ignored.hides(one));
  }

  /// @param missing what is said on standard error where the answer hangs on it
  private int end(
      Session session, Diagnosis diagnosis, Optional<Topology> topology, List<String> missing) {
    ExitCode code = ExitCode.of(diagnosis, options.failOn());
    if (code == ExitCode.INCONCLUSIVE) {
      missing.stream()
          .map(session::masked)
          .map(Untrusted::shown)
          .forEach(line -> work.streams().err().println("dockdiag: " + line));
    }
    Report report =
        new Report(
            Texts.tool(),
            session.time(),
            Stream.concat(
                    Stream.of("dockdiag"), session.commandLine().stream().map(session::masked))
                .toList(),
            HostLine.of(session.facts()),
            diagnosis,
            topology,
            options.detail());
    work.desk().told(new Told(report, session));
    new Publishing(work, options, session).publish(report);
    return code.status();
  }
}

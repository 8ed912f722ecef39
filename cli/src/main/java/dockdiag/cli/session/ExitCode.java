package dockdiag.cli.session;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.Verdict;
import java.util.Optional;

/// The exit status, for scripts.
public enum ExitCode {
  /// Nothing at or above `--fail-on`.
  OK(0),
  /// At least one diagnosis at or above it.
  FOUND(1),
  /// The command line is wrong; no such container is this too.
  USAGE(2),
  /// What decides could not be read.
  INCONCLUSIVE(3),
  /// dockdiag itself failed.
  FAILED(4);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  /// The number.
  public int status() {
    return status;
  }

  /// What a diagnosis ends with.
  ///
  /// @param failOn empty for `never`
  public static ExitCode of(Diagnosis diagnosis, Optional<Severity> failOn) {
    if (failOn.map(diagnosis::has).orElse(false)) {
      return FOUND;
    }
    return diagnosis.verdict() == Verdict.INCONCLUSIVE ? INCONCLUSIVE : OK;
  }
}

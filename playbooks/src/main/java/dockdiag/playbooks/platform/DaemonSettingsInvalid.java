package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonFile;
import dockdiag.probes.daemon.DaemonFileProbe;
import java.util.Optional;

/// The engine runs, and with its settings file as it is now it would not start again.
public final class DaemonSettingsInvalid implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    DaemonFileProbe probe = new DaemonFileProbe();
    DaemonFile file = facts.get(probe);
    if (file.nonsense().isEmpty() && file.twice().isEmpty()) {
      return Optional.empty();
    }
    String flaw =
        file.nonsense()
            .orElseGet(() -> "also on dockerd's command line: " + String.join(", ", file.twice()));
    return Optional.of(
        Finding.warning(scope.subject())
            .word("file", file.path())
            .because(probe, flaw)
            .mend(
                file.nonsense().isPresent()
                    ? Remedy.byHand("write", "dockerd --validate --config-file " + file.path())
                    : Remedy.byHand("once")));
  }
}

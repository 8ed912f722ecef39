package dockdiag.playbooks.registry;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The registry wants a login, and has none that it takes.
public final class RegistryAuthMissing implements Check<Pull> {

  @Override
  public Optional<Finding> examine(Pull pull, Facts facts) throws Unobservable {
    return pull.stoppedBy(Stop.Why.LOGIN, facts)
        .map(
            finding ->
                finding
                    .mend(Remedy.byHand("login", "docker login " + pull.registry()))
                    .mend(Remedy.byHand("name")));
  }
}

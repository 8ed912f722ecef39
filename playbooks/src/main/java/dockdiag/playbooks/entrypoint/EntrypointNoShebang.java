package dockdiag.playbooks.entrypoint;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Launch;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The program is neither for a machine nor a script that says who reads it, or it is empty.
public final class EntrypointNoShebang implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    Optional<Located> last = launch.suspects().stream().reduce((first, second) -> second);
    if (last.isEmpty() || !ScriptFile.isUnspoken(last.get())) {
      return Optional.empty();
    }
    boolean taken =
        facts.get(new BinfmtProbe()).handlers().stream()
            .anyMatch(one -> one.enabled() && one.takes(launch.head(), last.get().asked()));
    if (taken) {
      return Optional.empty();
    }
    return Optional.of(
        Words.heard(ScriptFile.finding(scope, last.get()), scope, facts)
            .mend(Remedy.byHand("shebang", "sed -i '1i #!/bin/sh' SCRIPT")));
  }
}

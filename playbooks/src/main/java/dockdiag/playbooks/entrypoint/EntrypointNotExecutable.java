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
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The program, or the interpreter of its script, is there and nobody may execute it.
public final class EntrypointNotExecutable implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    for (Located one : launch.suspects()) {
      if (one.file().isPresent() && !one.isRunnable()) {
        FileProbe probe = new FileProbe(scope.tree(), one.asked());
        Finding finding =
            Finding.error(scope.subject())
                .word("what", scope.name())
                .word("program", one.end())
                .because(probe, one + ": " + one.file().get());
        return Optional.of(
            Words.heard(finding, scope, facts).mend(Remedy.byHand("mode", "chmod 755 PROGRAM")));
      }
    }
    return Optional.empty();
  }
}

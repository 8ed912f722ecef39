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
import dockdiag.probes.platform.StartProbe;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The program that the container is to start is not in its files.
public final class EntrypointMissing implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    Optional<Located> program = launch.suspects().stream().findFirst();
    if (program.isEmpty() || program.get().file().isPresent()) {
      return Optional.empty();
    }
    String asked = launch.start().command().getFirst();
    StartProbe start = new StartProbe(scope.tree());
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("program", asked)
            .because(start, "command " + launch.start().command());
    finding =
        asked.contains("/")
            ? finding.because(
                new FileProbe(scope.tree(), program.get().asked()), program.get() + ": missing")
            : finding.because(start, "PATH " + String.join(":", launch.start().path()));
    return Optional.of(
        Words.heard(finding, scope, facts).mend(Remedy.byHand("name")).mend(Remedy.byHand("copy")));
  }
}

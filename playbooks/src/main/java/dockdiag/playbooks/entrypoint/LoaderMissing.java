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
import dockdiag.probes.tree.Elf;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The program asks for a loader that is not in the container's files.
public final class LoaderMissing implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    Optional<Located> program = launch.suspects().stream().reduce((first, second) -> second);
    Optional<String> loader =
        program.isEmpty() ? Optional.empty() : launch.elf().flatMap(Elf::interpreter);
    if (loader.isEmpty()) {
      return Optional.empty();
    }
    FileProbe probe = new FileProbe(scope.tree(), loader.get());
    if (facts.get(probe).file().isPresent()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("program", program.get().end())
            .word("loader", loader.get())
            .because(
                new FileProbe(scope.tree(), program.get().asked()),
                program.get() + ": PT_INTERP " + loader.get())
            .because(probe, facts.get(probe) + ": missing");
    return Optional.of(
        Words.heard(finding, scope, facts)
            .mend(Remedy.byHand("base"))
            .mend(Remedy.byHand("static")));
  }
}

package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulating;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Launch;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.tree.FileProbe;
import java.util.Optional;

/// It runs, on an emulator: correct, and slower than on a processor of its own.
public final class EmulatedSlowly implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = facts.infer(new Emulating(scope.tree()));
    Optional<BinfmtHandler> handler = emulation.flatMap(Emulation::asked);
    if (handler.isEmpty() || !runs(scope, handler.get(), facts)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.note(scope.subject())
            .word("what", scope.name())
            .word("foreign", emulation.orElseThrow().foreign())
            .word("emulator", handler.get().interpreter())
            .because(Foreign.probe(scope, emulation.get()), Foreign.seen(emulation.get()))
            .because(new BinfmtProbe(), handler.get().toString())
            .mend(Remedy.byHand("native")));
  }

  private static boolean runs(Platform scope, BinfmtHandler handler, Facts facts)
      throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    return launch.isProven()
        || handler.isFixed()
        || facts.get(new FileProbe(scope.tree(), handler.interpreter())).isRunnable();
  }
}

package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.tree.FileProbe;
import java.util.Optional;

/// A handler takes the program, and the emulator that it names is nowhere.
public final class EmulatorMissing implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = Foreign.toStart(scope, facts);
    Optional<BinfmtHandler> handler = emulation.flatMap(Emulation::asked);
    if (handler.isEmpty() || handler.get().isFixed()) {
      return Optional.empty();
    }
    FileProbe onHost = new FileProbe(Tree.HOST, handler.get().interpreter());
    FileProbe inside = new FileProbe(scope.tree(), handler.get().interpreter());
    if (facts.get(inside).isRunnable() || facts.get(onHost).isRunnable()) {
      return Optional.empty();
    }
    return Optional.of(
        Foreign.finding(scope, emulation.orElseThrow(), facts)
            .word("emulator", handler.get().interpreter())
            .because(new BinfmtProbe(), handler.get().toString())
            .because(onHost, facts.get(onHost) + ": missing")
            .because(inside, facts.get(inside) + ": missing")
            .mend(Foreign.install(emulation.get())));
  }
}

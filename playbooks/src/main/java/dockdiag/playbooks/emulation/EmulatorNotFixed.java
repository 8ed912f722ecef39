package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.tree.FileProbe;
import java.util.Optional;

/// A handler takes the program, but its emulator is looked for inside the container, and is on the
/// host alone.
public final class EmulatorNotFixed implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = Foreign.toStart(scope, facts);
    Optional<BinfmtHandler> handler = emulation.flatMap(Emulation::asked);
    if (handler.isEmpty() || handler.get().isFixed()) {
      return Optional.empty();
    }
    String path = handler.get().interpreter();
    FileProbe onHost = new FileProbe(Tree.HOST, path);
    FileProbe inside = new FileProbe(scope.tree(), path);
    if (facts.get(inside).isRunnable() || !facts.get(onHost).isRunnable()) {
      return Optional.empty();
    }
    return Optional.of(
        Foreign.finding(scope, emulation.orElseThrow(), facts)
            .word("emulator", path)
            .because(new BinfmtProbe(), handler.get().toString())
            .because(inside, facts.get(inside) + ": missing")
            .mend(Foreign.anew(handler.get()))
            .mend(Remedy.byHand("bind", "docker run -v " + path + ":" + path + ":ro IMAGE")));
  }
}

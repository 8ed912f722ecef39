package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Binfmt;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.BinfmtProbe;
import java.util.Optional;

/// The program is for another processor, and no handler of the kernel takes it.
public final class NoEmulator implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = Foreign.toStart(scope, facts);
    if (emulation.isEmpty()
        || emulation.get().binfmt().state() == Binfmt.State.NOT_MOUNTED
        || !emulation.get().handlers().isEmpty()) {
      return Optional.empty();
    }
    String handlers =
        Evidence.list(
            emulation.get().binfmt().handlers().stream().map(BinfmtHandler::name).toList());
    return Optional.of(
        Foreign.finding(scope, emulation.get(), facts)
            .because(new BinfmtProbe(), "handlers: " + handlers)
            .mend(Foreign.install(emulation.get()))
            .mend(Remedy.byHand("platform")));
  }
}

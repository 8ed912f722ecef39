package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Binfmt;
import dockdiag.probes.platform.BinfmtProbe;
import java.util.Optional;

/// The program is for another processor, and binfmt_misc, which would take a handler for it, is
/// not mounted.
public final class BinfmtNotMounted implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = Foreign.toStart(scope, facts);
    if (emulation.isEmpty() || emulation.get().binfmt().state() != Binfmt.State.NOT_MOUNTED) {
      return Optional.empty();
    }
    return Optional.of(
        Foreign.finding(scope, emulation.get(), facts)
            .because(new BinfmtProbe(), "no /proc/sys/fs/binfmt_misc/status")
            .mend(Foreign.install(emulation.get()))
            .mend(
                Remedy.byHand(
                    "mount", "mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc")));
  }
}

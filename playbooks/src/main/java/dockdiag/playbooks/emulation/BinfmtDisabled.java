package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
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

/// The handler for the program's processor is there and switched off, or all handlers are.
public final class BinfmtDisabled implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = Foreign.toStart(scope, facts);
    if (emulation.isEmpty() || emulation.get().asked().isPresent()) {
      return Optional.empty();
    }
    Optional<BinfmtHandler> handler = emulation.get().handlers().stream().findFirst();
    if (handler.isEmpty()) {
      return Optional.empty();
    }
    boolean all = emulation.get().binfmt().state() == Binfmt.State.DISABLED;
    String file = "/proc/sys/fs/binfmt_misc/" + (all ? "status" : handler.get().name());
    return Optional.of(
        Foreign.finding(scope, emulation.get(), facts)
            .word("switch", file)
            .because(new BinfmtProbe(), all ? "status: disabled" : handler.get().toString())
            .mend(
                Remedy.automatic("enable", CommandLine.of("sh", "-c", "echo 1 > " + file))
                    .undoneBy(CommandLine.of("sh", "-c", "echo 0 > " + file))
                    .untilReboot()));
  }
}

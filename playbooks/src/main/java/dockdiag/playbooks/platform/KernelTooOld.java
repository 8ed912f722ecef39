package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.platform.KernelRelease;
import java.util.Optional;

/// The kernel is older than what today's engines and images are made for.
public final class KernelTooOld implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    EngineStackProbe probe = new EngineStackProbe();
    String text = facts.get(probe).kernel();
    KernelRelease release =
        KernelRelease.parse(text).orElseThrow(() -> Unobservable.notUnderstood("kernel", text));
    if (!release.isBefore(4, 15)) {
      return Optional.empty();
    }
    // below 3.10 the engine itself says that it is not to be used (moby, daemon/daemon_unix.go)
    boolean unfit = release.isBefore(3, 10);
    String name = text + release.vendor().map(vendor -> " (" + vendor + ")").orElse("");
    return Optional.of(
        (unfit ? Finding.error(scope.subject()) : Finding.warning(scope.subject()))
            .word("kernel", name)
            .because(probe, "kernel " + name)
            .mend(Remedy.byHand("upgrade")));
  }
}

package dockdiag.playbooks.emulation;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulating;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.platform.QemuProbe;
import dockdiag.probes.platform.Start;
import dockdiag.probes.platform.StartProbe;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A program for another processor crashed on its emulator.
public final class QemuCrashes implements Check<Platform> {

  /// What QEMU says of it (linux-user/signal.c); a crash on the processor itself has no such words.
  private static final Pattern CRASH = Pattern.compile("qemu: uncaught target signal \\d+");

  /// A container that a signal ended has 128 and the signal's number.
  private static final int BY_SIGNAL = 128;

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Optional<Emulation> emulation = facts.infer(new Emulating(scope.tree()));
    Optional<BinfmtHandler> handler = emulation.flatMap(Emulation::asked);
    StartProbe inspect = new StartProbe(scope.tree());
    Optional<Start.Run> crash =
        facts.get(inspect).run().filter(run -> run.exitCode() > BY_SIGNAL && !run.isRunning());
    if (handler.isEmpty() || crash.isEmpty()) {
      return Optional.empty();
    }
    Optional<Evidence> said = Words.last(CRASH, scope, facts);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("foreign", emulation.orElseThrow().foreign())
            .word("emulator", handler.get().interpreter())
            .because(inspect, "exit code " + crash.get().exitCode())
            .because(said.get())
            .because(Foreign.probe(scope, emulation.get()), Foreign.seen(emulation.get()))
            .because(new BinfmtProbe(), handler.get().toString())
            .with(Confidence.CONFIRMED);
    return Optional.of(
        versioned(finding, new QemuProbe(handler.get().interpreter()), facts)
            .mend(Remedy.byHand("native"))
            .mend(Remedy.byHand("newer")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("emulated-slowly");
  }

  /// The version tells people which reports to look through; the crash is proven without it.
  private static Finding versioned(Finding finding, QemuProbe emulator, Facts facts) {
    try {
      return finding.because(emulator, facts.get(emulator).toString());
    } catch (Unobservable silent) {
      return finding;
    }
  }
}

package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Confidence;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.CpuProbe;
import dockdiag.probes.platform.Start;
import dockdiag.probes.tree.Architecture;
import dockdiag.probes.tree.Elf;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program, or the C library that it was linked with, is made for a newer level of x86-64 than
/// the host's processor has.
public final class CpuLevelTooLow implements Check<Platform> {

  /// What glibc says where it was made for a level as a whole, or the program was (its
  /// sysdeps/x86/dl-get-cpu-features.c and dl-prop.h); both end with 127.
  private static final Pattern REFUSED =
      Pattern.compile("CPU does not support x86-64-v([2-4])|CPU ISA level is lower than required");

  private static final int CANNOT_START = 127;

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    Optional<Elf> elf = launch.isProven() ? Optional.empty() : launch.elf();
    boolean native_ =
        elf.flatMap(Elf::architecture).equals(Optional.of(Architecture.AMD64))
            && facts.infer(new Emulating(scope.tree())).isEmpty();
    if (!native_) {
      return Optional.empty();
    }
    Optional<Evidence> said =
        launch.start().run().map(Start.Run::exitCode).equals(Optional.of(CANNOT_START))
            ? Words.last(REFUSED, scope, facts)
            : Optional.empty();
    int needed = Math.max(elf.orElseThrow().level(), said.map(CpuLevelTooLow::level).orElse(1));
    int there = facts.get(new CpuProbe()).level();
    return needed <= there
        ? Optional.empty()
        : Optional.of(finding(scope, launch, said, needed, there));
  }

  private static Finding finding(
      Platform scope, Launch launch, Optional<Evidence> said, int needed, int there) {
    Located program = launch.last().orElseThrow();
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("program", program.end())
            .word("needed", needed)
            .word("there", there)
            .because(
                new FileProbe(scope.tree(), program.asked()), program + ": needs x86-64-v" + needed)
            .because(new CpuProbe(), "x86-64-v" + there);
    return said.map(words -> finding.because(words).with(Confidence.CONFIRMED))
        .orElse(finding)
        .mend(Remedy.byHand("cpu"))
        .mend(Remedy.byHand("base"));
  }

  private static int level(Evidence said) {
    Matcher matcher = REFUSED.matcher(said.fact());
    return matcher.find() && matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : 1;
  }
}

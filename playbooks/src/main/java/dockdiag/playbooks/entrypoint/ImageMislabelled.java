package dockdiag.playbooks.entrypoint;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulating;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Launch;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.platform.ImageLabelProbe;
import dockdiag.probes.tree.Architecture;
import dockdiag.probes.tree.Elf;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;
import java.util.Set;

/// The image says that it is for one processor, and the program in it is for another.
public final class ImageMislabelled implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    Optional<Architecture> program = launch.elf().flatMap(Elf::architecture);
    ImageLabelProbe image = new ImageLabelProbe(launch.start().image());
    if (program.isEmpty()) {
      return Optional.empty();
    }
    ImageLabelProbe.Label label = facts.get(image);
    Optional<Architecture> said = Architecture.ofImage(label.architecture());
    if (said.isEmpty() || said.get().runs(program.get())) {
      return Optional.empty();
    }
    boolean runs =
        launch.isProven()
            || isEmulated(scope, facts)
            || Architecture.ofKernel(facts.get(new EngineStackProbe()).architecture())
                .map(host -> host.runs(program.get()))
                .orElse(false);
    Located last = launch.last().orElseThrow();
    Finding finding =
        (runs ? Finding.warning(scope.subject()) : Finding.error(scope.subject()))
            .word("what", scope.name())
            .word("label", label)
            .word("program", last.end())
            .word("architecture", program.get())
            .because(image, label.toString())
            .because(new FileProbe(scope.tree(), last.asked()), last + ": ELF " + program.get());
    return Optional.of(
        (runs ? finding : Words.heard(finding, scope, facts))
            .mend(
                Remedy.byHand(
                    "build", "docker buildx build --platform linux/" + program.get() + " .")));
  }

  private static boolean isEmulated(Platform scope, Facts facts) throws Unobservable {
    return facts
        .infer(new Emulating(scope.tree()))
        .flatMap(Emulation::asked)
        .map(BinfmtHandler::isFixed)
        .orElse(false);
  }

  /// Of an image that says what it is, the engine would have told.
  @Override
  public Set<String> brings() {
    return Set.of(
        "no-emulator",
        "binfmt-not-mounted",
        "binfmt-disabled",
        "emulator-missing",
        "emulator-not-fixed",
        "emulated-slowly");
  }
}

package dockdiag.playbooks.platform;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtProbe;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.tree.Architecture;
import java.util.Optional;

/// Whether what starts is for another processor than the host's, and who takes it; empty where it
/// is not.
///
/// @param tree the container's or the image's
public record Emulating(Tree tree) implements Inference<Optional<Emulation>> {

  @Override
  public Optional<Emulation> infer(Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(tree));
    String machine = facts.get(new EngineStackProbe()).architecture();
    Architecture host =
        Architecture.ofKernel(machine)
            .orElseThrow(() -> Unobservable.notUnderstood("architecture", machine));
    boolean native_ = launch.elf().flatMap(elf -> elf.architecture()).map(host::runs).orElse(false);
    return native_ ? Optional.empty() : Emulation.of(launch, host, facts.get(new BinfmtProbe()));
  }
}

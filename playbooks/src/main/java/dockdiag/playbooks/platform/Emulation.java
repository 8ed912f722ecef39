package dockdiag.playbooks.platform;

import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Binfmt;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.tree.Architecture;
import dockdiag.probes.tree.Located;
import java.util.List;
import java.util.Optional;

/// A program for another processor than the host's, and who could run it.
///
/// @param program what the kernel is to execute
/// @param foreign for which processor it is
/// @param handlers that take it, enabled or not
public record Emulation(
    Located program, Architecture foreign, Binfmt binfmt, List<BinfmtHandler> handlers) {

  public Emulation {
    handlers = List.copyOf(handlers);
  }

  /// The handler that the kernel would ask: one that is enabled, the safest of several.
  public Optional<BinfmtHandler> asked() {
    List<BinfmtHandler> enabled =
        binfmt.state() == Binfmt.State.ENABLED
            ? handlers.stream().filter(BinfmtHandler::enabled).toList()
            : List.of();
    return enabled.stream()
        .filter(BinfmtHandler::isFixed)
        .findFirst()
        .or(() -> enabled.stream().findFirst());
  }

  /// @throws Unobservable where it cannot be told for which processor the program is
  static Optional<Emulation> of(Launch launch, Architecture host, Binfmt binfmt)
      throws Unobservable {
    var elf = launch.elf();
    if (elf.isEmpty()) {
      return Optional.empty();
    }
    int machine = elf.get().machine();
    Architecture foreign =
        elf.get()
            .architecture()
            .orElseThrow(() -> Unobservable.notUnderstood("ELF", "e_machine " + machine));
    Located program = launch.last().orElseThrow();
    return host.runs(foreign)
        ? Optional.empty()
        : Optional.of(
            new Emulation(
                program,
                foreign,
                binfmt,
                binfmt.handlers().stream()
                    .filter(one -> one.takes(launch.head(), program.asked()))
                    .toList()));
  }
}

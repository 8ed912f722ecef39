package dockdiag.playbooks.emulation;

import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Emulating;
import dockdiag.playbooks.platform.Emulation;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.BinfmtHandler;
import dockdiag.probes.tree.FileProbe;
import java.util.Optional;

/// What findings about programs for another processor have in common.
final class Foreign {

  private Foreign() {}

  /// The program that is for another processor; empty where it runs already.
  static Optional<Emulation> toStart(Platform scope, Facts facts) throws Unobservable {
    return facts.infer(new Launching(scope.tree())).isProven()
        ? Optional.empty()
        : facts.infer(new Emulating(scope.tree()));
  }

  static Finding finding(Platform scope, Emulation emulation, Facts facts) throws Unobservable {
    Finding finding =
        Finding.error(scope.subject())
            .word("what", scope.name())
            .word("program", emulation.program().end())
            .word("foreign", emulation.foreign())
            .because(probe(scope, emulation), seen(emulation));
    return Words.heard(finding, scope, facts);
  }

  static FileProbe probe(Platform scope, Emulation emulation) {
    return new FileProbe(scope.tree(), emulation.program().asked());
  }

  static String seen(Emulation emulation) {
    return emulation.program() + ": ELF " + emulation.foreign();
  }

  /// Debian's package registers its emulators with the flag F since version 7.
  static Remedy install(Emulation emulation) {
    return Remedy.byHand(
        "install",
        "apt-get install qemu-user-static binfmt-support",
        "cat /proc/sys/fs/binfmt_misc/qemu-" + emulation.foreign().qemu());
  }

  /// Takes the handler away and registers it again, the same but for the flag F.
  static Remedy anew(BinfmtHandler handler) {
    String line =
        ":%s:M:%d:%s:%s:%s:%sF"
            .formatted(
                handler.name(),
                handler.offset(),
                escaped(handler.magic()),
                escaped(handler.mask()),
                handler.interpreter(),
                handler.flags());
    String folder = "/proc/sys/fs/binfmt_misc/";
    return Remedy.automatic(
            "fix",
            CommandLine.of("sh", "-c", "echo -1 > " + folder + handler.name()),
            CommandLine.of("sh", "-c", "printf %s '" + line + "' > " + folder + "register"))
        .untilReboot();
  }

  private static String escaped(String hex) {
    return hex.replaceAll("(..)", "\\\\x$1");
  }
}

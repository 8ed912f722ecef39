package dockdiag.playbooks.entrypoint;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.platform.Launch;
import dockdiag.playbooks.platform.Platform;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Head;
import dockdiag.probes.tree.Located;
import dockdiag.probes.tree.TreeFile;

/// What findings about a file that should be a script have in common.
final class ScriptFile {

  private ScriptFile() {}

  static Finding finding(Platform scope, Located script) {
    String first = head(script).shown();
    return Finding.error(scope.subject())
        .word("what", scope.name())
        .word("script", script.end())
        .because(
            new FileProbe(scope.tree(), script.asked()),
            script + ": " + (first.isEmpty() ? "empty" : first));
  }

  /// How a file begins that is no program for a machine, a character for each byte.
  static String text(Located file) {
    return head(file).text();
  }

  /// Whether the kernel has no idea who could run it.
  static boolean isUnspoken(Located file) {
    return switch (Launch.runnable(file).orElse(null)) {
      case TreeFile.Empty _ -> true;
      case TreeFile.Text(Head head) ->
          !head.text().startsWith("#!") && !head.startsWith("efbbbf2321");
      case null, default -> false;
    };
  }

  private static Head head(Located file) {
    return Launch.runnable(file).orElse(null) instanceof TreeFile.Text(Head head)
        ? head
        : new Head("");
  }
}

package dockdiag.playbooks.entrypoint;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The script begins with a byte order mark, so the kernel does not see that it is one.
public final class ByteOrderMark implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    for (Located one : facts.infer(new Launching(scope.tree())).suspects()) {
      if (ScriptFile.text(one).startsWith("\u00ef\u00bb\u00bf#!")) {
        return Optional.of(
            Words.heard(ScriptFile.finding(scope, one), scope, facts)
                .mend(Remedy.byHand("strip", "sed -i '1s/^\\xef\\xbb\\xbf//' SCRIPT")));
      }
    }
    return Optional.empty();
  }
}

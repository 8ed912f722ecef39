package dockdiag.playbooks.entrypoint;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.platform.Launch;
import dockdiag.playbooks.platform.Launching;
import dockdiag.playbooks.platform.Platform;
import dockdiag.playbooks.platform.Script;
import dockdiag.playbooks.platform.Words;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The first line of the script ends as Windows ends lines, so its interpreter is not found.
public final class EntrypointCrlf implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    for (Located one : facts.infer(new Launching(scope.tree())).suspects()) {
      Optional<Script> script = Launch.script(one);
      if (script.map(Script::endsWithReturn).orElse(false)) {
        return Optional.of(
            Words.heard(ScriptFile.finding(scope, one), scope, facts)
                .mend(Remedy.byHand("convert", "sed -i 's/\\r$//' SCRIPT"))
                .mend(Remedy.byHand("attributes", "echo '*.sh text eol=lf' >> .gitattributes")));
      }
    }
    return Optional.empty();
  }
}

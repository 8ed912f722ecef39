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
import dockdiag.probes.platform.Start;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.Optional;

/// The interpreter that the script names is not in the container's files.
public final class BadInterpreter implements Check<Platform> {

  @Override
  public Optional<Finding> examine(Platform scope, Facts facts) throws Unobservable {
    Launch launch = facts.infer(new Launching(scope.tree()));
    for (Located one : launch.suspects()) {
      Optional<Script> script = Launch.script(one).filter(found -> !found.endsWithReturn());
      if (script.isPresent()) {
        Optional<Located> missing = missing(script.get(), launch.start(), scope, facts);
        if (missing.isPresent()) {
          return Optional.of(finding(scope, one, missing.get(), facts));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Located> missing(Script script, Start start, Platform scope, Facts facts)
      throws Unobservable {
    Launching launching = new Launching(scope.tree());
    Located interpreter = facts.get(launching.file(script.interpreter(), start));
    if (interpreter.file().isEmpty()) {
      return Optional.of(interpreter);
    }
    Optional<String> named = script.named();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(launching.program(named.get(), start, facts))
            .filter(one -> one.file().isEmpty());
  }

  private static Finding finding(Platform scope, Located script, Located missing, Facts facts)
      throws Unobservable {
    Finding finding =
        ScriptFile.finding(scope, script)
            .word("interpreter", missing.asked())
            .because(new FileProbe(scope.tree(), missing.asked()), missing + ": missing");
    return Words.heard(finding, scope, facts)
        .mend(Remedy.byHand("install"))
        .mend(Remedy.byHand("change", "sed -i '1s,^#!.*,#!/bin/sh,' SCRIPT"));
  }
}

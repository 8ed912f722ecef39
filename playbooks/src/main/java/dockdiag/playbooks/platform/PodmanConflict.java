package dockdiag.playbooks.platform;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.EngineStackProbe;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.TreeFile;
import java.util.Optional;

/// Podman stands in Docker's place: behind its socket, or behind its command.
public final class PodmanConflict implements Check<Scope> {

  private static final String ENGINE = "Podman Engine";

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    EngineStackProbe engine = new EngineStackProbe();
    Optional<String> podman = Optional.ofNullable(facts.get(engine).components().get(ENGINE));
    if (podman.isPresent()) {
      return Optional.of(
          Finding.warning(scope.subject())
              .word("place", "docker.sock")
              .because(engine, ENGINE + " " + podman.get())
              .mend(Remedy.byHand("socket", "systemctl disable --now podman.socket")));
    }
    FileProbe command = new FileProbe(Tree.HOST, "/usr/bin/docker");
    // podman-docker of Debian and of Fedora alike has this file, and the script beside it
    FileProbe packaged = new FileProbe(Tree.HOST, "/usr/lib/tmpfiles.d/podman-docker.conf");
    Optional<TreeFile.Text> script = script(facts, command);
    if (script.isEmpty() || facts.get(packaged).file().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warning(scope.subject())
            .word("place", command.path())
            .because(command, script.get().head().shown())
            .because(packaged, packaged.path())
            .mend(Remedy.byHand("package", "apt-get remove podman-docker")));
  }

  private static Optional<TreeFile.Text> script(Facts facts, FileProbe command)
      throws Unobservable {
    return facts
        .get(command)
        .file()
        .map(TreeFile::content)
        .filter(TreeFile.Text.class::isInstance)
        .map(TreeFile.Text.class::cast);
  }
}

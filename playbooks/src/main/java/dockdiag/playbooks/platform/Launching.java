package dockdiag.playbooks.platform;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Start;
import dockdiag.probes.platform.StartProbe;
import dockdiag.probes.tree.FileProbe;
import dockdiag.probes.tree.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what a container starts with, as the runtime and the kernel would: a name without a slash
/// in the folders of `PATH`, anything else from the working directory; scripts lead to their
/// interpreters (runc, libcontainer/standard_init_linux.go; linux/fs/exec.c).
///
/// @param tree the container's or the image's
public record Launching(Tree tree) implements Inference<Launch> {

  private static final int MOST_SCRIPTS = 5; // linux/fs/exec.c gives up with ELOOP

  @Override
  public Launch infer(Facts facts) throws Unobservable {
    Start start = facts.get(new StartProbe(tree));
    List<Located> chain = new ArrayList<>();
    if (!start.command().isEmpty() && !start.command().getFirst().isEmpty()) {
      chain.add(program(start.command().getFirst(), start, facts));
      Optional<Script> script = Launch.script(chain.getLast());
      while (script.isPresent() && chain.size() <= MOST_SCRIPTS) {
        chain.add(facts.get(file(script.get().interpreter(), start)));
        script = Launch.script(chain.getLast());
      }
    }
    return new Launch(start, chain);
  }

  /// The program of that name, for a start: what could be executed first, else what at least is
  /// there, else nothing.
  public Located program(String name, Start start, Facts facts) throws Unobservable {
    if (name.contains("/")) {
      return facts.get(file(name, start));
    }
    Optional<Located> unfit = Optional.empty();
    for (String folder : start.path()) {
      Located here = facts.get(file(folder + "/" + name, start));
      if (here.isRunnable()) {
        return here;
      }
      unfit = unfit.or(() -> Optional.of(here).filter(one -> one.file().isPresent()));
    }
    return unfit.orElseGet(() -> new Located(List.of(name), Optional.empty()));
  }

  /// A file by its path, from the working directory where it does not begin with a slash.
  public FileProbe file(String path, Start start) {
    return new FileProbe(tree, path.startsWith("/") ? path : start.workingDirectory() + "/" + path);
  }
}

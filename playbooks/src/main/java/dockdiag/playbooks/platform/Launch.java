package dockdiag.playbooks.platform;

import dockdiag.probes.Unobservable;
import dockdiag.probes.platform.Start;
import dockdiag.probes.tree.Elf;
import dockdiag.probes.tree.Located;
import dockdiag.probes.tree.TreeFile;
import dockdiag.probes.tree.TreeFile.Content;
import java.util.List;
import java.util.Optional;

/// What has to be there for a container to start.
///
/// @param start what it is asked to start
/// @param chain the program; where that is a script, its interpreter behind it, and so on; none
///   where nothing is to be started
public record Launch(Start start, List<Located> chain) {

  public Launch {
    chain = List.copyOf(chain);
  }

  /// Whether it is proven that it starts: its first process runs.
  public boolean isProven() {
    return start.run().map(Start.Run::isRunning).orElse(false);
  }

  /// The files that could keep it from starting, in the order in which the kernel opens them.
  public List<Located> suspects() {
    return isProven() ? List.of() : chain;
  }

  /// What the kernel executes in the end; empty where nothing is to be started.
  public Optional<Located> last() {
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast());
  }

  /// What a file holds, where it is there and may be executed.
  public static Optional<Content> runnable(Located located) {
    return located.isRunnable() ? located.file().map(TreeFile::content) : Optional.empty();
  }

  /// The script that a file is; empty where it is none, or cannot be run.
  public static Optional<Script> script(Located located) {
    return runnable(located).orElse(null) instanceof TreeFile.Text text
        ? Script.of(text.head())
        : Optional.empty();
  }

  /// The header of what the kernel executes in the end, where it is a program for a machine.
  public Optional<Elf> elf() throws Unobservable {
    Optional<Content> content = last().flatMap(Launch::runnable);
    return content.orElse(null) instanceof TreeFile.Program program
        ? Optional.of(program.elf())
        : Optional.empty();
  }

  /// The bytes that a handler of binfmt_misc would compare.
  public byte[] head() {
    return switch (last().flatMap(Launch::runnable).orElse(null)) {
      case TreeFile.Program(var head) -> head.bytes();
      case TreeFile.Text(var head) -> head.bytes();
      case null, default -> new byte[0];
    };
  }
}

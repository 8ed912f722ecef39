package dockdiag.probes.tree;

import java.util.List;
import java.util.Optional;

/// What a path leads to in its tree.
///
/// @param paths the path that was asked, and behind it where each link leads, in order
/// @param file what lies at its end; empty where there is nothing, or where links lead in a circle
public record Located(List<String> paths, Optional<TreeFile> file) {

  public Located {
    paths = List.copyOf(paths);
  }

  /// The path that was asked.
  public String asked() {
    return paths.getFirst();
  }

  /// The path at the end of all links.
  public String end() {
    return paths.getLast();
  }

  /// Whether it can be executed as far as its kind and mode go.
  public boolean isRunnable() {
    return file.filter(one -> one.isPlain() && one.isExecutable()).isPresent();
  }

  /// The way there: `/bin/sh -> /bin/busybox`.
  @Override
  public String toString() {
    return String.join(" -> ", paths);
  }
}

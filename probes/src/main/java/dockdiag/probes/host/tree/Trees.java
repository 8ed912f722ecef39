package dockdiag.probes.host.tree;

import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.engine.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The beginnings of files, whosever they are; see [dockdiag.probes.Request.Peek].
public final class Trees {

  private final ContainerTree containers;
  private final ImageTree images;

  /// @param engine is asked for what containers and images have inside
  public Trees(Engine engine) {
    this.containers = new ContainerTree(engine);
    this.images = new ImageTree(engine);
  }

  /// What there is at the path.
  ///
  /// @param root what precedes a path of the host's files: nothing, or `/proc/PID/root`
  public String peek(String root, Tree tree, String path) throws Unobservable, IOException {
    Beginning beginning =
        switch (tree) {
          case Tree.OfHost _ -> LayeredTree.ofFolders(List.of(Path.of(root + "/"))).at(path);
          case Tree.OfContainer(String name) -> containers.at(name, path);
          case Tree.OfImage(String name) -> images.at(root, name, path);
        };
    return beginning.text();
  }
}

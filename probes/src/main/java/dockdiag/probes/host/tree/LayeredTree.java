package dockdiag.probes.host.tree;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Layers that lie over one another as overlayfs lays them; a single one is a tree by itself.
///
/// Each name of a path is looked at before the next, and where a link leads is walked inside this
/// tree.
///
/// @param layers the topmost first
record LayeredTree(List<? extends Layer> layers) {

  private static final int MOST_LINKS = 40; // MAXSYMLINKS, linux/namei.h

  /// Of folders of the host.
  static LayeredTree ofFolders(List<Path> folders) {
    return new LayeredTree(folders.stream().map(FolderLayer::new).toList());
  }

  /// What there is at the path; its last name is not followed.
  Beginning at(String path) throws IOException {
    Deque<String> names = new ArrayDeque<>(List.of(path.split("/")));
    List<String> folder = new ArrayList<>();
    for (int links = 0; !names.isEmpty() && links <= MOST_LINKS; ) {
      String name = names.pop();
      if (isNoName(name, folder)) {
        continue;
      }
      Optional<Layer.Node> node = node(folder, name);
      if (node.isEmpty() || names.isEmpty()) {
        return node.isEmpty() ? Beginning.missing() : node.get().beginning();
      }
      if (node.get().kind() == Layer.Kind.LINK) {
        links++;
        follow(node.get().target(), names, folder);
      } else if (node.get().isFolder()) {
        folder.add(name);
      } else {
        return Beginning.missing();
      }
    }
    return names.isEmpty() ? Beginning.folder() : Beginning.missing();
  }

  private static boolean isNoName(String name, List<String> folder) {
    if (name.equals("..") && !folder.isEmpty()) {
      folder.removeLast();
    }
    return name.isEmpty() || name.equals(".") || name.equals("..");
  }

  private static void follow(String target, Deque<String> names, List<String> folder) {
    if (target.startsWith("/")) {
      folder.clear();
    }
    List.of(target.split("/")).reversed().forEach(names::push);
  }

  private Optional<Layer.Node> node(List<String> folder, String name) throws IOException {
    List<String> names = new ArrayList<>(folder);
    names.add(name);
    for (Layer layer : layers) {
      List<Layer.Node> nodes = nodes(layer, names);
      if (nodes.size() == names.size()) {
        return Optional.of(nodes.getLast()).filter(node -> node.kind() != Layer.Kind.WHITEOUT);
      }
      if (nodes.stream().anyMatch(node -> node.kind() != Layer.Kind.FOLDER)) {
        return Optional.empty(); // it hides what is below
      }
    }
    return Optional.empty();
  }

  /// The names of one layer, as far as they are folders in it and the last of them is there.
  private static List<Layer.Node> nodes(Layer layer, List<String> names) throws IOException {
    List<Layer.Node> nodes = new ArrayList<>();
    for (int length = 1; length <= names.size(); length++) {
      Optional<Layer.Node> node = layer.node(names.subList(0, length));
      node.ifPresent(nodes::add);
      if (node.isEmpty() || !node.get().isFolder()) {
        break;
      }
    }
    return nodes;
  }
}

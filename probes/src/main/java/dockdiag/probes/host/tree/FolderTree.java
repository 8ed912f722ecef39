package dockdiag.probes.host.tree;

import dockdiag.probes.host.kernel.ExtendedAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Folders of the host that lie over one another as overlayfs lays them (overlayfs.rst in the
/// kernel's documentation); a single folder is a tree by itself.
///
/// Each name of a path is looked at before the next, and no link is ever followed by the kernel:
/// where it leads is walked inside this tree.
///
/// @param layers the topmost first
record FolderTree(List<Path> layers) {

  private static final int MOST_LINKS = 40; // MAXSYMLINKS, linux/namei.h
  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int CHARACTERS = 0020000;

  /// One name in the tree, as lstat(2) has it.
  private record Node(Path path, Map<String, Object> stat) {
    boolean is(int type) {
      return (mode() & TYPE) == type;
    }

    int mode() {
      return (int) number("mode");
    }

    long number(String name) {
      return stat.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// What hides the same name in the layers below: a device 0/0.
    boolean isWhiteout() {
      return is(CHARACTERS) && number("rdev") == 0;
    }
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
      Optional<Node> node = node(folder, name);
      if (node.isEmpty() || names.isEmpty()) {
        return node.isEmpty() ? Beginning.missing() : beginning(node.get());
      }
      if (node.get().is(LINK)) {
        links++;
        follow(Files.readSymbolicLink(node.get().path()).toString(), names, folder);
      } else if (node.get().is(FOLDER)) {
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

  private Optional<Node> node(List<String> folder, String name) throws IOException {
    List<String> names = new ArrayList<>(folder);
    names.add(name);
    for (Path layer : layers) {
      List<Node> nodes = nodes(layer, names);
      boolean hides = nodes.stream().anyMatch(this::hidesWhatIsBelow);
      if (nodes.size() == names.size()) {
        return Optional.of(nodes.getLast()).filter(node -> !node.isWhiteout());
      }
      if (hides) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// The names of one layer, as far as they are folders in it and the last of them is there.
  private static List<Node> nodes(Path layer, List<String> names) throws IOException {
    List<Node> nodes = new ArrayList<>();
    Path path = layer;
    for (String name : names) {
      path = path.resolve(name);
      Optional<Node> node = stat(path);
      node.ifPresent(nodes::add);
      if (node.isEmpty() || !node.get().is(FOLDER)) {
        break;
      }
    }
    return nodes;
  }

  private boolean hidesWhatIsBelow(Node node) {
    return !node.is(FOLDER) || (layers.size() > 1 && isOpaque(node.path()));
  }

  private static boolean isOpaque(Path folder) {
    return ExtendedAttribute.of(folder, "trusted.overlay.opaque").equals("y")
        || ExtendedAttribute.of(folder, "user.overlay.opaque").equals("y");
  }

  private static Optional<Node> stat(Path path) throws IOException {
    try {
      return Optional.of(
          new Node(
              path,
              Files.readAttributes(
                  path, "unix:mode,uid,gid,size,rdev", LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (FileSystemException refused) {
      if ("Not a directory".equals(refused.getReason())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static Beginning beginning(Node node) throws IOException {
    String type =
        node.is(FILE) ? "file" : node.is(FOLDER) ? "folder" : node.is(LINK) ? "link" : "other";
    return new Beginning(
        type,
        node.mode(),
        new Beginning.Owner(node.number("uid"), node.number("gid")),
        node.number("size"),
        node.is(LINK) ? Files.readSymbolicLink(node.path()).toString() : "",
        node.is(FILE) ? head(node.path()) : "");
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Beginning.characters(in.readNBytes(Beginning.MOST));
    }
  }
}

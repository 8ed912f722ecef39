package dockdiag.probes.host.tree;

import dockdiag.probes.host.kernel.ExtendedAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder of the host as a layer, as overlayfs keeps them (overlayfs.rst in the kernel's
/// documentation). No link in it is ever followed by the kernel: whoever asks has seen that each
/// name but the last is a folder.
record FolderLayer(Path folder) implements Layer {

  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int FILE = 0100000;
  private static final int LINK = 0120000;
  private static final int CHARACTERS = 0020000;

  /// As lstat(2) has it.
  private record Stat(Path path, Kind kind, Map<String, Object> values) implements Node {

    @Override
    public String target() throws IOException {
      return kind() == Kind.LINK ? Files.readSymbolicLink(path).toString() : "";
    }

    @Override
    public Beginning beginning() throws IOException {
      String type =
          switch (kind()) {
            case FILE -> "file";
            case LINK -> "link";
            case FOLDER, OPAQUE_FOLDER -> "folder";
            case OTHER, WHITEOUT -> "other";
          };
      return new Beginning(
          type,
          (int) number(values, "mode"),
          new Beginning.Owner(number(values, "uid"), number(values, "gid")),
          number(values, "size"),
          target(),
          kind() == Kind.FILE ? head(path) : "");
    }
  }

  @Override
  public Optional<Node> node(List<String> names) throws IOException {
    Path path = folder;
    for (String name : names) {
      path = path.resolve(name);
    }
    try {
      Map<String, Object> stat =
          Files.readAttributes(path, "unix:mode,uid,gid,size,rdev", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(new Stat(path, kind(path, stat), stat));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (FileSystemException refused) {
      if ("Not a directory".equals(refused.getReason())) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static Kind kind(Path path, Map<String, Object> stat) {
    return switch ((int) number(stat, "mode") & TYPE) {
      case FILE -> Kind.FILE;
      case LINK -> Kind.LINK;
      case FOLDER -> isOpaque(path) ? Kind.OPAQUE_FOLDER : Kind.FOLDER;
      case CHARACTERS -> number(stat, "rdev") == 0 ? Kind.WHITEOUT : Kind.OTHER;
      default -> Kind.OTHER;
    };
  }

  private static long number(Map<String, Object> stat, String name) {
    return stat.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static boolean isOpaque(Path path) {
    return ExtendedAttribute.of(path, "trusted.overlay.opaque").equals("y")
        || ExtendedAttribute.of(path, "user.overlay.opaque").equals("y");
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Beginning.characters(in.readNBytes(Beginning.MOST));
    }
  }
}

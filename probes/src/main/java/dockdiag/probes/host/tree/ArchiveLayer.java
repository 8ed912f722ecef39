package dockdiag.probes.host.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A tar as a layer, as images have them: a name `.wh.NAME` stands for one that is gone (OCI image
/// specification, layer.md). It is read once, as it comes; the beginnings of its files are kept.
final class ArchiveLayer implements Layer {

  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";

  /// By their path, without a slash at either end.
  private final Map<String, Entry> entries = new HashMap<>();

  private final Room room;

  /// What a name is.
  private record Entry(Kind kind, Beginning beginning) implements Node {
    @Override
    public String target() {
      return beginning.link();
    }
  }

  private ArchiveLayer(Room room) {
    this.room = room;
  }

  /// @param room for what is kept
  /// @throws IOException where there is not enough of it, or it is no tar
  static ArchiveLayer read(InputStream tar, Room room) throws IOException {
    ArchiveLayer layer = new ArchiveLayer(room);
    // not closed: more layers follow in the same stream
    TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
    TarArchiveEntry entry = entries.getNextEntry();
    while (entry != null) {
      layer.add(entry, entries);
      entry = entries.getNextEntry();
    }
    return layer;
  }

  @Override
  public Optional<Node> node(List<String> names) {
    return Optional.ofNullable(entries.get(String.join("/", names)));
  }

  private void add(TarArchiveEntry entry, InputStream content) throws IOException {
    String path = path(entry.getName());
    int end = path.lastIndexOf('/');
    String folder = end < 0 ? "" : path.substring(0, end);
    String name = path.substring(end + 1);
    folders(folder);
    if (name.equals(OPAQUE)) {
      keep(folder, new Entry(Kind.OPAQUE_FOLDER, Beginning.folder()));
    } else if (name.startsWith(WHITEOUT)) {
      String gone = path.substring(0, end + 1) + name.substring(WHITEOUT.length());
      keep(gone, new Entry(Kind.WHITEOUT, Beginning.missing()));
    } else {
      keep(path, entry(entry, content, entries.get(path)));
    }
  }

  /// A tar need not have the folders that its files are in.
  private void folders(String folder) throws IOException {
    if (!folder.isEmpty() && !entries.containsKey(folder)) {
      folders(folder.substring(0, Math.max(0, folder.lastIndexOf('/'))));
      keep(folder, new Entry(Kind.FOLDER, Beginning.folder()));
    }
  }

  private void keep(String path, Entry entry) throws IOException {
    room.take(path.length() + entry.beginning().weight());
    entries.put(path, entry);
  }

  /// A hard link is the file itself, which came before it; a folder that hides the one below stays
  /// so.
  private Entry entry(TarArchiveEntry entry, InputStream content, @Nullable Entry before)
      throws IOException {
    Entry linked = entry.isLink() ? entries.get(path(entry.getLinkName())) : null;
    if (linked != null) {
      return linked;
    }
    Beginning beginning = TarStream.beginning(entry, content).shortened();
    return new Entry(
        switch (beginning.type()) {
          case "file" -> Kind.FILE;
          case "folder" ->
              before != null && before.kind() == Kind.OPAQUE_FOLDER
                  ? Kind.OPAQUE_FOLDER
                  : Kind.FOLDER;
          case "link" -> Kind.LINK;
          default -> Kind.OTHER;
        },
        beginning);
  }

  private static String path(String name) {
    return name.replaceAll("^(\\./|/)+|/+$|^\\.$", "");
  }
}

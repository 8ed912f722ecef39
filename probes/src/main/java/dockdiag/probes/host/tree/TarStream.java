package dockdiag.probes.host.tree;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// What entries of a tar say of files.
final class TarStream {

  private TarStream() {}

  /// The first entry's file.
  ///
  /// @throws IOException where there is none, or it is no tar
  static Beginning first(InputStream tar) throws IOException {
    // not closed: that would read on to the end, and whoever opened the stream closes it
    TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
    TarArchiveEntry entry = entries.getNextEntry();
    if (entry == null) {
      throw new IOException("an archive without entries");
    }
    return beginning(entry, entries);
  }

  /// Of the entry that the stream stands at.
  static Beginning beginning(TarArchiveEntry entry, InputStream content) throws IOException {
    String type =
        entry.isSymbolicLink()
            ? "link"
            : entry.isDirectory() ? "folder" : isPlain(entry) ? "file" : "other";
    return new Beginning(
        type,
        entry.getMode(),
        new Beginning.Owner(entry.getLongUserId(), entry.getLongGroupId()),
        type.equals("file") ? entry.getSize() : 0,
        entry.isSymbolicLink() ? entry.getLinkName() : "",
        type.equals("file") ? Beginning.characters(content.readNBytes(Beginning.MOST)) : "");
  }

  private static boolean isPlain(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isLink()
        && !entry.isFIFO()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice();
  }
}

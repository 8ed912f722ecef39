package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Texts and links of the file system, `/proc` and `/sys` above all.
public final class TextFile {

  private static final int MOST_BYTES = 16 << 20;

  private TextFile() {}

  /// The whole text, of a `.gz` unpacked; one beyond 16 MiB is not understood.
  public static String read(String path) throws IOException, Unobservable {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /// The symbolic links of a directory, `name -> target`, sorted; links that vanish are left out.
  public static String links(String directory) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names(directory)) {
      Path link = Path.of(directory, name);
      if (Files.isSymbolicLink(link)) {
        lines.add(name + " -> " + Files.readSymbolicLink(link) + "\n");
      }
    }
    return String.join("", lines);
  }

  /// The names in a directory, sorted.
  public static List<String> names(String directory) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(directory))) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    }
    names.sort(null);
    return names;
  }

  // Files.readString sizes its buffer by st_size, which is 0 in /proc: it would read one character
  private static byte[] bytes(String path) throws IOException, Unobservable {
    try (InputStream in = opened(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Unobservable(Reason.NOT_UNDERSTOOD, path + ": larger than 16 MiB");
      }
      return bytes;
    }
  }

  private static InputStream opened(String path) throws IOException {
    InputStream in = Files.newInputStream(Path.of(path));
    return path.endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}

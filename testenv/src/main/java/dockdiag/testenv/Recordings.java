package dockdiag.testenv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/// Recorded hosts, as unzipped evidence bundles: what the lab's engines said, once, for fast tests.
public final class Recordings {

  private Recordings() {}

  /// The folder of the recording of that name.
  ///
  /// @throws IllegalArgumentException where there is none
  public static Path named(String name) {
    URL manifest = Recordings.class.getResource("recordings/" + name + "/manifest.json");
    if (manifest == null) {
      throw new IllegalArgumentException("no recording is called " + name);
    }
    try {
      URI uri = manifest.toURI();
      Path path = uri.getScheme().equals("jar") ? inJar(uri) : Path.of(uri);
      return path.resolveSibling("");
    } catch (URISyntaxException | IOException broken) {
      throw new IllegalStateException("recording " + name, broken);
    }
  }

  private static Path inJar(URI uri) throws IOException {
    String text = uri.toString();
    int bang = text.indexOf('!');
    return open(URI.create(text.substring(0, bang))).getPath(text.substring(bang + 1));
  }

  private static FileSystem open(URI jar) {
    try {
      return FileSystems.getFileSystem(jar);
    } catch (FileSystemNotFoundException notYet) {
      try {
        return FileSystems.newFileSystem(jar, Map.of());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}

package dockdiag.testenv.debian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where this machine gets Debian packages from, read from its own apt sources.
record Mirror(String uri, Path keyring) {
  private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");
  private static final Path APT = Path.of("/etc/apt");

  static Mirror ofThisMachine() {
    return of(APT);
  }

  static Mirror of(Path apt) {
    return Stream.concat(
            text(apt.resolve("sources.list.d/debian.sources")).flatMap(Mirror::deb822).stream(),
            text(apt.resolve("sources.list")).flatMap(Mirror::oneLine).stream())
        .findFirst()
        .map(uri -> new Mirror(uri, KEYRING))
        .orElseThrow(() -> new LabUnavailable("no Debian archive among the apt sources in " + apt));
  }

  private static Optional<String> deb822(String sources) {
    return sources
        .lines()
        .filter(line -> line.startsWith("URIs:"))
        .map(line -> line.substring("URIs:".length()).strip().split("\\s+")[0])
        .filter(Mirror::isMainArchive)
        .findFirst();
  }

  private static Optional<String> oneLine(String sources) {
    return sources
        .lines()
        .filter(line -> line.startsWith("deb "))
        .map(line -> line.substring("deb ".length()).replaceFirst("\\[[^]]*]", "").strip())
        .map(line -> List.of(line.split("\\s+")).getFirst())
        .filter(Mirror::isMainArchive)
        .findFirst();
  }

  private static boolean isMainArchive(String uri) {
    return uri.contains("debian") && !uri.contains("security");
  }

  private static Optional<String> text(Path file) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

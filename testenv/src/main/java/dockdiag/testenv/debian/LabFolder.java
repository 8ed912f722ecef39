package dockdiag.testenv.debian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The folder that unpacked engines, images and downloads are kept in between runs: the system
/// property `dockdiag.lab`, or `~/.cache/dockdiag/lab`. Deleting it costs a download, no more.
public record LabFolder(Path path) {

  /// Builds a file or folder at the path given, which does not exist yet.
  interface Builder {
    void build(Path target) throws IOException;
  }

  public static LabFolder standard() {
    String set = System.getProperty("dockdiag.lab", "");
    Path path =
        set.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache", "dockdiag", "lab")
            : Path.of(set);
    return new LabFolder(path.toAbsolutePath());
  }

  /// The root of an engine's host.
  public Path engine(Suite suite) {
    EngineRoot root = new EngineRoot(suite);
    return made(
        "engine-" + suite.codename() + "-" + root.version(), t -> root.build(apt(suite), t));
  }

  /// What a host has over its engine's root when it has firewalld and ufw too.
  public Path firewalls(Suite suite) {
    FirewallLayer layer = new FirewallLayer();
    return made(
        "firewalls-" + suite.codename() + "-" + layer.version(),
        target -> layer.build(apt(suite), target));
  }

  /// An image in the form that the engine loads.
  public Path image(Image image) {
    return made("image-" + image.id(), target -> image.build(apt(Suite.BOOKWORM), target));
  }

  /// Where running hosts keep their state.
  public Path hosts() {
    return create(path.resolve("hosts"));
  }

  /// Files of single packages, as a folder to be laid over a host's root.
  public Path extra(Extra extra) {
    String suffix = extra.architecture().map(one -> "-" + one).orElse("");
    String folder = "apt-" + extra.suite().codename() + suffix;
    AptTree apt =
        new AptTree(
            path.resolve(folder),
            extra.suite(),
            extra.architecture().orElseGet(Suite::architecture));
    return made("extra-" + extra.id(), target -> extra.build(apt, target));
  }

  private AptTree apt(Suite suite) {
    return new AptTree(path.resolve("apt-" + suite.codename()), suite, Suite.architecture());
  }

  /// The file or folder of that name; it is built first where there is none, and appears only when
  /// it is whole. Other JVMs that want it wait.
  Path made(String name, Builder builder) {
    Path ready = path.resolve(name);
    if (Files.exists(ready)) {
      return ready;
    }
    create(path);
    synchronized (LabFolder.class) {
      try (FileChannel file =
              FileChannel.open(
                  path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        if (lock.isValid() && !Files.exists(ready)) {
          build(ready, builder);
        }
        return ready;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void build(Path ready, Builder builder) throws IOException {
    removeHalfBuilt();
    Path building = path.resolve("building-" + ready.getFileName());
    try {
      builder.build(building);
      Files.move(building, ready, StandardCopyOption.ATOMIC_MOVE);
    } catch (IllegalStateException e) {
      throw new LabUnavailable("cannot make " + ready.getFileName() + ": " + e.getMessage());
    } finally {
      removeHalfBuilt();
    }
  }

  /// Under the lock nobody else builds, so whatever is called so was left by one who died.
  private void removeHalfBuilt() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> left =
          entries.filter(e -> e.getFileName().toString().startsWith("building-")).toList();
      left.forEach(entry -> Command.of("rm", "-rf", "--one-file-system", "" + entry).text());
    }
  }

  private static Path create(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dockdiag.cli.shell;

import dockdiag.probes.host.Redaction;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.reader.impl.history.DefaultHistory;

/// What was typed, secrets masked; kept where the XDG Base Directory Specification wants the state
/// of a program, for its owner alone.
final class History extends DefaultHistory {

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  /// The file, made if there was none; empty where it cannot be made, so that nothing is kept.
  ///
  /// @param environment XDG_STATE_HOME, HOME
  static Optional<Path> file(Map<String, String> environment) {
    return folder(environment).flatMap(History::made);
  }

  @Override
  public void add(Instant time, String line) {
    super.add(time, new Redaction().text(line));
  }

  private static Optional<Path> folder(Map<String, String> environment) {
    Optional<Path> state = absolute(environment, "XDG_STATE_HOME");
    return state
        .or(() -> absolute(environment, "HOME").map(home -> home.resolve(".local/state")))
        .map(one -> one.resolve("dockdiag"));
  }

  /// A path of the environment that is not absolute is none (XDG).
  private static Optional<Path> absolute(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(Path::of).filter(Path::isAbsolute);
  }

  private static Optional<Path> made(Path folder) {
    Path file = folder.resolve("history");
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
      Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
      return Optional.of(file);
    } catch (FileAlreadyExistsException earlier) {
      return Optional.of(file);
    } catch (IOException | UnsupportedOperationException refused) {
      return Optional.empty();
    }
  }
}

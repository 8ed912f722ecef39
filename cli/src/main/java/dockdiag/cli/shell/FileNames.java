package dockdiag.cli.shell;

import dockdiag.cli.report.Untrusted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Files that a word may be the beginning of.
final class FileNames {

  private FileNames() {}

  /// In the folder that the word names, folders with a slash behind them.
  static List<String> like(String word) {
    String folder = word.substring(0, word.lastIndexOf('/') + 1);
    try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
      return files
          .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .filter(name -> name.startsWith(word) && Untrusted.shown(name).equals(name))
          .sorted()
          .toList();
    } catch (IOException | InvalidPathException none) {
      return List.of();
    }
  }
}

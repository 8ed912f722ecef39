package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A root folder under construction, made of unpacked packages; no maintainer script is run.
record PackageRoot(Path folder) {
  private static final List<String> MERGED = List.of("bin", "sbin", "lib", "lib64");

  PackageRoot unpack(List<Path> archives) throws IOException {
    for (String name : MERGED) {
      Files.createDirectories(folder.resolve("usr").resolve(name));
      if (!Files.exists(folder.resolve(name))) {
        link(name, "usr/" + name);
      }
    }
    for (String name : List.of("proc", "sys", "dev", "run", "tmp", "etc", "var/log", "root")) {
      Files.createDirectories(folder.resolve(name));
    }
    link("var/run", "../run");
    Command.of("chmod", "1777", "" + folder.resolve("tmp")).text();
    for (Path archive : archives) {
      extract(archive, ".");
    }
    return this;
  }

  /// One part of an archive. Not by `dpkg -x`: it replaces the links /bin and /lib by folders.
  void extract(Path archive, String part) {
    String pipe =
        "dpkg-deb --fsys-tarfile \"$1\" | tar -x --keep-directory-symlink -C \"$2\" \"$3\"";
    Command.of("sh", "-ec", pipe, "sh", "" + archive, "" + folder, part).text();
  }

  /// The shell and the small tools that no package of the closure brought: busybox's.
  PackageRoot fillWithBusybox() throws IOException {
    String applets = Command.of("" + folder.resolve("usr/bin/busybox"), "--list").text();
    for (String applet : applets.lines().toList()) {
      if (!Files.exists(folder.resolve("usr/bin/" + applet))
          && !Files.exists(folder.resolve("usr/sbin/" + applet))) {
        link("usr/bin/" + applet, "busybox");
      }
    }
    return this;
  }

  PackageRoot write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    return this;
  }

  PackageRoot link(String path, String target) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createSymbolicLink(file, Path.of(target));
    return this;
  }

  PackageRoot directory(String path) throws IOException {
    Files.createDirectories(folder.resolve(path));
    return this;
  }

  /// Deletes files and folders, the last name of a path may be a pattern of the shell.
  PackageRoot remove(String... paths) {
    for (String path : paths) {
      Command.of("sh", "-c", "rm -rf \"$1\"/" + path, "sh", "" + folder).text();
    }
    return this;
  }
}

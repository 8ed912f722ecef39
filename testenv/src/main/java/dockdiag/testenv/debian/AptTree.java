package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A throw-away apt of one suite: own lists and archives, nothing installed, so that asking for a
/// package answers with its whole closure. The machine's own apt is not touched.
///
/// @param architecture as Debian names it, which need not be this machine's
record AptTree(Path folder, Suite suite, String architecture) {

  /// The archive files of the packages and of all that they depend on, downloaded.
  List<Path> closure(List<String> packages) throws IOException {
    prepare();
    try {
      return download(packages);
    } catch (IllegalStateException outdated) {
      // A point release removes the files that lists of last month name.
      update();
      return download(packages);
    }
  }

  /// One package without what it depends on.
  Path single(String name) throws IOException {
    prepare();
    Path into = Files.createDirectories(folder.resolve("single"));
    Command.of("sh", "-c", "cd \"$1\" && apt-get -qq download \"$2\"", "sh", "" + into, name)
        .with("APT_CONFIG", "" + configuration())
        .text();
    try (Stream<Path> files = Files.list(into)) {
      return files.filter(f -> f.getFileName().toString().startsWith(name + "_")).findAny().get();
    }
  }

  private List<Path> download(List<String> packages) throws IOException {
    // Files that the cache has are left out of the list: ask with an empty cache.
    Path none = Files.createDirectories(folder.resolve("none/partial")).getParent();
    Command list = apt("-y", "-o", "Dir::Cache::archives=" + none, "install", "--print-uris");
    List<String> names =
        list.and(packages.toArray(String[]::new))
            .text()
            .lines()
            .filter(line -> line.startsWith("'"))
            .map(line -> line.split(" ")[1])
            .toList();
    apt("-y", "-d", "install").and(packages.toArray(String[]::new)).text();
    return names.stream().map(name -> folder.resolve("cache/archives").resolve(name)).toList();
  }

  private void prepare() throws IOException {
    if (Files.exists(folder.resolve("ready"))) {
      return;
    }
    for (String directory : List.of("lists/partial", "cache/archives/partial", "etc/none", "log")) {
      Files.createDirectories(folder.resolve(directory));
    }
    Mirror mirror = Mirror.ofThisMachine();
    Files.writeString(folder.resolve("status"), "");
    Files.writeString(
        folder.resolve("sources.list"),
        "deb [signed-by=%s] %s %s main\n"
            .formatted(mirror.keyring(), mirror.uri(), suite.codename()));
    Files.writeString(configuration(), configurationText());
    update();
    Files.writeString(folder.resolve("ready"), "");
  }

  private void update() {
    apt("update").text();
  }

  private Command apt(String... words) {
    return Command.of("apt-get", "-qq").and(words).with("APT_CONFIG", "" + configuration());
  }

  private Path configuration() {
    return folder.resolve("apt.conf");
  }

  private String configurationText() {
    return """
    Dir::State "%1$s"; Dir::State::lists "%1$s/lists"; Dir::State::status "%1$s/status";
    Dir::Cache "%1$s/cache"; Dir::Cache::archives "%1$s/cache/archives";
    Dir::Etc::sourcelist "%1$s/sources.list"; Dir::Etc::sourceparts "%1$s/etc/none";
    Dir::Etc::preferences "%1$s/etc/none"; Dir::Etc::preferencesparts "%1$s/etc/none";
    Dir::Log "%1$s/log"; APT::Install-Recommends "0"; APT::Sandbox::User "root";
    APT::Architecture "%2$s"; APT::Architectures "%2$s"; Acquire::Languages "none"; Acquire::Check-Valid-Until "false"; Acquire::Retries "3";
    """
        .formatted(folder, architecture);
  }
}

package dockdiag.cli;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, run for real in a clone whose path has spaces.
class LauncherTest {

  private static final List<String> TOOLS =
      List.of("dirname", "readlink", "find", "head", "grep", "touch");

  @TempDir private Path folder = Path.of("");

  @Test
  void itStartsFromAnotherFolderThroughLinks() throws Exception {
    Path clone = copied();
    build(clone);
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("a clone/dockdiag"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first);
    assertThat(started(Map.of(), second.toString(), "--version"))
        .isEqualTo(new Spoken(0, "dockdiag 1.0.0\n", ""));
  }

  @Test
  void itEndsAsDockdiagEnds() throws Exception {
    Path clone = copied();
    build(clone);
    assertThat(started(Map.of(), clone.resolve("dockdiag").toString(), "explain", "no lisener"))
        .isEqualTo(
            new Spoken(
                2, "", "dockdiag: No diagnosis is called no lisener; nearest: no-listener.\n"));
  }

  @Test
  void itSaysWhatItLacksToBuildItself() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : TOOLS) {
      Files.copy(Path.of("/usr/bin", tool), tools.resolve(tool), COPY_ATTRIBUTES);
    }
    assertThat(
            started(
                Map.of("PATH", tools.toString()),
                copied().resolve("dockdiag").toString(),
                "--version"))
        .isEqualTo(
            new Spoken(
                4,
                "",
                "dockdiag: it has to be built first, and there is no mvn: apt-get install"
                    + " maven\n"));
  }

  private Path copied() throws IOException {
    Path clone = Files.createDirectory(folder.resolve("a clone"));
    Files.copy(Path.of("..", "dockdiag"), clone.resolve("dockdiag"));
    assertThat(clone.resolve("dockdiag").toFile().setExecutable(true)).isTrue();
    return clone;
  }

  /// As the build leaves it, except that the jar points to the classes under test.
  private static void build(Path clone) throws IOException {
    Files.createDirectories(clone.resolve("cli/target/lib"));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream file =
            Files.newOutputStream(clone.resolve("cli/target/dockdiag-cli-1.0.0.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.finish();
    }
  }

  private Spoken started(Map<String, String> environment, String... words) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = new TreeMap<>(environment);
    variables.putIfAbsent("PATH", "/usr/bin:/bin");
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().clear(); // a timer's job has no HOME either
    builder.environment().putAll(variables);
    int status = builder.start().waitFor();
    return new Spoken(status, Files.readString(out), Files.readString(err));
  }
}

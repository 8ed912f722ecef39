package dockdiag.cli.lab.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How long a command line took, all its processes together.
///
/// @param wall seconds on the clock
/// @param processor seconds of processor time
/// @param err what it said on standard error
record Timed(double wall, double processor, String err) {

  private static final String PEAK = "peak ";

  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "-Djnr.ffi.asm.enabled=false",
          "-cp",
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));

  /// A program of this class path in a JVM of its own that may have so much heap, in MiB.
  static List<String> java(int heap, Class<?> program, String... words) {
    List<String> line = new ArrayList<>(JAVA);
    line.add(1, "-Xmx" + heap + "m");
    line.add(program.getName());
    line.addAll(List.of(words));
    return line;
  }

  /// dockdiag, asking that host's engine, in a JVM of its own that may have so much heap, in MiB.
  static Timed dockdiag(DockerHost host, int heap, String... words) {
    return of(
        Command.of("bash", "-c").with("DOCKER_HOST", "unix://" + host.socket()),
        "\"$@\"",
        java(heap, Measured.class, words));
  }

  /// The middle one of so many, in seconds on the clock.
  static double median(int times, Supplier<Timed> run) {
    double[] walls =
        IntStream.range(0, times).mapToDouble(_ -> run.get().wall()).sorted().toArray();
    return (walls[(times - 1) / 2] + walls[times / 2]) / 2;
  }

  /// Carries it out.
  ///
  /// @param shell that takes a script and its arguments, `bash -c`
  /// @param line the script
  static Timed of(Command shell, String line, List<String> arguments) {
    String timed = "TIMEFORMAT='%R %U %S'; time " + line + " > /dev/null";
    String err = shell.and(timed, "bash").and(arguments.toArray(String[]::new)).run().err();
    String[] words = err.strip().lines().toList().getLast().split(" ");
    double processor = Double.parseDouble(words[1]) + Double.parseDouble(words[2]);
    return new Timed(Double.parseDouble(words[0]), processor, err);
  }

  /// The most memory that dockdiag had resident, in MiB; `?` where it was not dockdiag.
  String peak() {
    return err.lines()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()))
        .findFirst()
        .orElse("?");
  }

  /// `0.35 (0.12)`: on the clock, and of the processor.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f)", wall, processor);
  }
}

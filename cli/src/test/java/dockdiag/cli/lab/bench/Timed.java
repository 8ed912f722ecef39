package dockdiag.cli.lab.bench;

import dockdiag.testenv.debian.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long a command line took, all its processes together.
///
/// @param wall seconds on the clock
/// @param processor seconds of processor time
/// @param err what it said on standard error
record Timed(double wall, double processor, String err) {

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

  /// `0.35 (0.12)`: on the clock, and of the processor.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f)", wall, processor);
  }
}

package dockdiag.cli.lab.bench;

import dockdiag.cli.Dockdiag;
import dockdiag.cli.command.Work;
import dockdiag.cli.session.Streams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// dockdiag, and after it on standard error the most memory that its process had resident, in MiB:
/// `peak 120` (VmHWM of proc_pid_status(5)).
final class Measured {

  private static final int KIB_OF_MIB = 1024;

  private Measured() {}

  public static void main(String[] words) {
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(System.in, out, err, Streams.Terminal.NO, System.getenv());
    int status = Dockdiag.execute(new Work(streams, List.of(words), Optional.empty()));
    err.println("status " + status);
    err.println("peak " + peak() / KIB_OF_MIB);
    Runtime.getRuntime().halt(0);
  }

  private static long peak() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

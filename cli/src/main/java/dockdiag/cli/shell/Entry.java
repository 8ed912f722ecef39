package dockdiag.cli.shell;

import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Texts;
import java.io.IOException;
import java.util.List;

/// What was entered at once: lines, each a command of dockdiag, or of the host behind a `!`.
record Entry(Shell shell, HostCommands hosts) {

  private static final String HOST = "!";

  /// Carries out the lines one after the other, and answers the last status.
  int carryOut(String lines, Streams here, Shell.Waiting waiting) {
    int status = 0;
    for (String line : lines.lines().filter(one -> !Words.isBlank(one)).toList()) {
      if (!shell.isOver()) {
        status = one(line.strip(), here, waiting);
      }
    }
    return status;
  }

  private int one(String line, Streams here, Shell.Waiting waiting) {
    try {
      return line.startsWith(HOST)
          ? host(line.substring(1))
          : shell.carryOut(Words.words(line), here, waiting);
    } catch (Stop stop) {
      here.err().println("dockdiag: " + Untrusted.shown(stop.line()));
      return stop.code().status();
    }
  }

  /// On the terminal itself; it is no part of the session.
  private int host(String command) {
    if (hosts == HostCommands.OFF) {
      throw new Stop(ExitCode.USAGE, Texts.say("shell.off"));
    }
    try {
      return new ProcessBuilder(List.of("sh", "-c", command)).inheritIO().start().waitFor();
    } catch (IOException refused) {
      throw new Stop(ExitCode.FAILED, String.valueOf(refused.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILED.status();
    } finally {
      shell.kept().forget(); // whatever it changed, no event of the engine's tells it
    }
  }
}

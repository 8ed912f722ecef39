package dockdiag.cli;

import dockdiag.cli.command.Work;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said where a command line is wrong or cannot be carried out: one line on standard
/// error, and the exit status.
final class Failures {

  private static final int MOST_SUGGESTIONS = 3;

  private Failures() {}

  /// The command line is wrong.
  static int wrong(ParameterException problem, String[] words) {
    CommandLine command = problem.getCommandLine();
    String line =
        problem instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched)
            : String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    String help = Texts.say("usage.help", line, command.getCommandSpec().qualifiedName());
    say(command.getErr(), help);
    return ExitCode.USAGE.status();
  }

  /// The command ended early.
  static int failed(Exception problem, Work work) {
    if (problem instanceof Stop stop) {
      say(work.streams().err(), stop.line());
      return stop.code().status();
    }
    return broken(problem, work);
  }

  /// dockdiag itself failed; only `--verbose` says where.
  static int broken(Throwable problem, Work work) {
    PrintWriter err = work.streams().err();
    say(err, Texts.say("failed", problem));
    if (work.words().stream().anyMatch(List.of("-v", "--verbose")::contains)) {
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace, true));
      trace
          .toString()
          .lines()
          .map(line -> line.replace("\t", "  "))
          .map(Untrusted::shown)
          .forEach(err::println);
    }
    return ExitCode.FAILED.status();
  }

  private static String unmatched(UnmatchedArgumentException problem) {
    String word = problem.getUnmatched().getFirst();
    boolean option = problem.isUnknownOption();
    boolean command = !option && !problem.getCommandLine().getSubcommands().isEmpty();
    String key = option ? "usage.option" : command ? "usage.command" : "usage.surplus";
    List<String> nearest =
        option || command
            ? problem.getSuggestions().stream().limit(MOST_SUGGESTIONS).toList()
            : List.of();
    String line = Texts.say(key, word);
    return nearest.isEmpty() ? line : Texts.say("usage.nearest", line, String.join(", ", nearest));
  }

  private static void say(PrintWriter err, String line) {
    err.println("dockdiag: " + Untrusted.shown(line));
  }
}

package dockdiag.cli;

import dockdiag.cli.command.DemoCommand;
import dockdiag.cli.command.ExplainCommand;
import dockdiag.cli.command.ListCommand;
import dockdiag.cli.command.NetstatCommand;
import dockdiag.cli.command.PortsCommand;
import dockdiag.cli.command.ReplayCommand;
import dockdiag.cli.command.SchemaCommand;
import dockdiag.cli.command.Values;
import dockdiag.cli.command.Work;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Texts;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// dockdiag: names the one cause why a container cannot be reached, and proves it.
@Command(
    name = "dockdiag",
    description = "Names the one cause why a Docker container cannot be reached, and proves it.",
    mixinStandardHelpOptions = true,
    versionProvider = Dockdiag.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  dockdiag ports mysql             why does the published port of mysql not answer?",
      "  dockdiag netstat mysql           what listens inside, whatever tools the image lacks",
      "  dockdiag explain no-listener     what a diagnosis means and how to mend it",
      "  dockdiag demo                    a broken shop, diagnosed without Docker",
      "",
      "Exit status: 0 nothing found, 1 found, 2 wrong command line, 3 inconclusive,",
      "4 dockdiag itself failed, 130 interrupted."
    })
public final class Dockdiag implements Runnable {

  private final Streams streams;

  private Dockdiag(Streams streams) {
    this.streams = streams;
  }

  /// Carries out one command line; the process ends with its exit status.
  public static void main(String[] words) {
    Streams streams =
        new Streams(
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
                ? Streams.Terminal.YES
                : Streams.Terminal.NO,
            System.getenv());
    int status = execute(new Work(streams, List.of(words), Optional.empty()));
    streams.out().flush();
    Runtime.getRuntime().halt(status); // nothing is left to end: probes' threads are daemons
  }

  /// Carries out one command line and answers its exit status.
  public static int execute(Work work) {
    return commandLine(work).execute(work.words().toArray(String[]::new));
  }

  private static CommandLine commandLine(Work work) {
    CommandLine commandLine =
        new CommandLine(new Dockdiag(work.streams()))
            .addSubcommand(new PortsCommand(work))
            .addSubcommand(new NetstatCommand(work))
            .addSubcommand(new ExplainCommand(work))
            .addSubcommand(new ListCommand(work))
            .addSubcommand(replay(work))
            .addSubcommand(new DemoCommand(work, Dockdiag::execute))
            .addSubcommand(new SchemaCommand(work));
    return Values.taughtTo(commandLine)
        .setOut(work.streams().out())
        .setErr(work.streams().err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Dockdiag::wrong)
        .setExecutionExceptionHandler(Dockdiag::failed);
  }

  /// What stands behind "replay BUNDLE" belongs to the other command.
  private static CommandLine replay(Work work) {
    return new CommandLine(new ReplayCommand(work, Dockdiag::execute)).setStopAtPositional(true);
  }

  @Override
  public void run() {
    new CommandLine(this).usage(streams.out());
  }

  private static int wrong(ParameterException problem, String[] words) {
    CommandLine command = problem.getCommandLine();
    String line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    command.getErr().println("dockdiag: " + line);
    command.getErr().println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.status();
  }

  private static int failed(Exception problem, CommandLine command, ParseResult parsed) {
    if (problem instanceof Stop stop) {
      command.getErr().println("dockdiag: " + stop.line());
      return stop.code().status();
    }
    command.getErr().println("dockdiag: " + Texts.say("failed", problem));
    if (parsed.expandedArgs().stream().anyMatch(List.of("-v", "--verbose")::contains)) {
      problem.printStackTrace(command.getErr());
    }
    return ExitCode.FAILED.status();
  }

  /// The version, from the build.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Texts.tool()};
    }
  }
}

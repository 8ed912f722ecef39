package dockdiag.cli;

import dockdiag.cli.command.CheckCommand;
import dockdiag.cli.command.CompletionCommand;
import dockdiag.cli.command.DemoCommand;
import dockdiag.cli.command.Desk;
import dockdiag.cli.command.DnsCommand;
import dockdiag.cli.command.EgressCommand;
import dockdiag.cli.command.ExplainCommand;
import dockdiag.cli.command.FirewallCommand;
import dockdiag.cli.command.ListCommand;
import dockdiag.cli.command.NatCommand;
import dockdiag.cli.command.NetstatCommand;
import dockdiag.cli.command.NetworksCommand;
import dockdiag.cli.command.PingCommand;
import dockdiag.cli.command.PlatformCommand;
import dockdiag.cli.command.PortsCommand;
import dockdiag.cli.command.RegistryCommand;
import dockdiag.cli.command.ReplayCommand;
import dockdiag.cli.command.SchemaCommand;
import dockdiag.cli.command.SwarmCommand;
import dockdiag.cli.command.TraceCommand;
import dockdiag.cli.command.Values;
import dockdiag.cli.command.Work;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Texts;
import dockdiag.cli.shell.Commands;
import dockdiag.cli.shell.HostCommands;
import dockdiag.cli.shell.Shell;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

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
public final class Dockdiag implements Callable<Integer> {

  @Option(names = "--allow-shell", description = "in the shell, !COMMAND runs one of the host's")
  private boolean allowShell;

  private final Work work;

  private Dockdiag(Work work) {
    this.work = work;
  }

  /// Carries out one command line; the process ends with its exit status.
  public static void main(String[] words) {
    Streams streams =
        new Streams(
            System.in,
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
    return execute(commandLine(work, List.of()), work);
  }

  private static int execute(CommandLine commands, Work work) {
    try {
      return commands.execute(work.words().toArray(String[]::new));
    } catch (StackOverflowError | OutOfMemoryError | LinkageError broken) {
      // the virtual machine would end with 1, which means that something was found
      return Failures.broken(broken, work);
    }
  }

  /// @param more commands that only the shell has
  private static CommandLine commandLine(Work work, List<CommandLine> more) {
    CommandLine commandLine =
        new CommandLine(new Dockdiag(work))
            .addSubcommand(new PortsCommand(work))
            .addSubcommand(new NatCommand(work))
            .addSubcommand(new FirewallCommand(work))
            .addSubcommand(new DnsCommand(work))
            .addSubcommand(new EgressCommand(work))
            .addSubcommand(new PingCommand(work))
            .addSubcommand(new NetstatCommand(work))
            .addSubcommand(new NetworksCommand(work))
            .addSubcommand(new SwarmCommand(work))
            .addSubcommand(new CheckCommand(work))
            .addSubcommand(new TraceCommand(work))
            .addSubcommand(new PlatformCommand(work))
            .addSubcommand(new RegistryCommand(work))
            .addSubcommand(new ExplainCommand(work))
            .addSubcommand(new ListCommand(work))
            .addSubcommand(replay(work))
            .addSubcommand(new DemoCommand(work, Dockdiag::execute))
            .addSubcommand(new SchemaCommand(work))
            .addSubcommand(new CompletionCommand(work));
    more.forEach(commandLine::addSubcommand);
    return Values.taughtTo(commandLine)
        .setOut(work.streams().out())
        .setErr(work.streams().err())
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false) // a recording's command line must not name files to be read
        .setParameterExceptionHandler(Failures::wrong)
        .setExecutionExceptionHandler((problem, _, _) -> Failures.failed(problem, work));
  }

  /// What stands behind "replay BUNDLE" belongs to the other command.
  private static CommandLine replay(Work work) {
    return new CommandLine(new ReplayCommand(work, Dockdiag::execute)).setStopAtPositional(true);
  }

  /// Without a command: the shell.
  @Override
  public Integer call() {
    // a shell is there already, or a recording would open one on the host as it is
    if (work.desk() != Desk.ONE_SHOT || work.recording().isPresent()) {
      CommandLine all = commandLine(work, List.of());
      all.usage(all.getOut());
      return 0;
    }
    HostCommands hosts = allowShell ? HostCommands.ALLOWED : HostCommands.OFF;
    return Shell.of(work.streams(), new OfCommandLine(), hosts);
  }

  /// The shell's commands are these.
  private static final class OfCommandLine implements Commands {
    @Override
    public CommandLine of(Work one, List<CommandLine> more) {
      return commandLine(one, more);
    }

    @Override
    public int execute(CommandLine commands, Work one) {
      return Dockdiag.execute(commands, one);
    }
  }

  /// The version, from the build.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Texts.tool()};
    }
  }
}

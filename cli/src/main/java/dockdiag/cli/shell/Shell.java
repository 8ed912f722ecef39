package dockdiag.cli.shell;

import dockdiag.cli.command.LastCommand;
import dockdiag.cli.command.Publishing;
import dockdiag.cli.command.Told;
import dockdiag.cli.command.WhyCommand;
import dockdiag.cli.command.Work;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Kept;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Streams.Terminal;
import dockdiag.cli.session.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/// The shell: what was asked, what is known, and one command line after the other.
public final class Shell {

  /// Beside those of the command line; what they say is no part of a ticket.
  private static final Set<String> OWN =
      Set.of("use", "last", "refresh", "save", "help", "exit", "list", "explain", "schema");

  private final Streams streams;
  private final Commands commands;
  private final Kept kept = new Kept();
  private final Ticket ticket = new Ticket();
  private Optional<String> inUse = Optional.empty();
  private Optional<Told> last = Optional.empty();
  private boolean isOver;
  private @Nullable CommandLine model; // to make it takes longer than a key may

  /// How a command is waited for.
  interface Waiting {
    /// Its exit status.
    int await(Turn turn, IntSupplier command);
  }

  private Shell(Streams streams, Commands commands) {
    this.streams = streams;
    this.commands = commands;
  }

  /// Reads command lines until there are no more, and answers the exit status.
  public static int of(Streams streams, Commands commands, HostCommands hosts) {
    Shell shell = new Shell(streams, commands);
    return streams.terminal() == Terminal.YES
        ? new Prompter(shell, new Entry(shell, hosts), streams).run()
        : new Script(shell, new Entry(shell, hosts), streams).run();
  }

  /// Carries out one command line, and answers its exit status.
  ///
  /// @param here the streams, as they are now
  /// @throws Stop where what was left out is not known
  int carryOut(List<String> words, Streams here, Waiting waiting) {
    List<String> full = new Shorthand(inUse, last).inFull(words, model());
    if (!full.equals(words)) {
      here.err().println(Texts.say("demo.step", Untrusted.shown(String.join(" ", full))));
    }
    Turn turn = new Turn(kept, here, full);
    int status = waiting.await(turn, () -> commands.execute(all(turn.work()), turn.work()));
    if (turn.isGivenUp()) {
      kept.forget(); // what is known may be half of it
    } else {
      remember(full, turn);
    }
    return status;
  }

  /// What there is, for who has asked nothing.
  void usage() {
    CommandLine line = commands.of(new Turn(kept, streams, List.of()).work(), List.of());
    line.usage(streams.out());
    streams.out().flush();
  }

  private void remember(List<String> words, Turn turn) {
    turn.told().ifPresent(told -> ticket.add(words, told));
    if (turn.told().isEmpty() && !OWN.contains(words.getFirst()) && !turn.said().isBlank()) {
      ticket.add(words, turn.said());
    }
    last = turn.told().or(() -> last);
  }

  /// All commands, to be read, not carried out.
  CommandLine model() {
    if (model == null) {
      model = all(new Turn(kept, streams, List.of()).work());
    }
    return model;
  }

  Kept kept() {
    return kept;
  }

  Optional<String> inUse() {
    return inUse;
  }

  /// The clients of the last report, as `trace` takes their numbers.
  List<String> clients() {
    return new Shorthand(inUse, last).numbered();
  }

  boolean isOver() {
    return isOver;
  }

  private CommandLine all(Work work) {
    Own own = new Own(work);
    return commands.of(
        work,
        List.of(
            new CommandLine(new LastCommand(work, last)),
            new CommandLine(new WhyCommand(work, last)),
            own.taking("use", "CONTAINER", this::use),
            own.taking("save", "FILE", file -> save(file, work)),
            own.alone("refresh", kept::forget),
            own.alone("exit", () -> isOver = true),
            new CommandLine(new HelpCommand())));
  }

  private void use(Optional<String> container) {
    inUse = container;
  }

  private void save(Optional<String> file, Work work) {
    if (ticket.isEmpty()) {
      throw new Stop(ExitCode.USAGE, Texts.say("shell.unsaved"));
    }
    Path target = Path.of(file.orElse("session.md"));
    Publishing.write(target, ticket.toString());
    work.streams().err().println(Texts.say("shell.saved", target));
  }
}

package dockdiag.cli.shell;

import dockdiag.cli.command.DiagnosisOptions;
import dockdiag.cli.command.HostLine;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Streams;
import dockdiag.cli.session.Texts;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.machine.MachineProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/// The shell at a terminal: a prompt, and beside it what is known of the host.
record Prompter(Shell shell, Entry entry, Streams streams) {

  /// What stood on the line is erased (ECMA-48, EL): progress of a command that is given up.
  private static final String ERASE = "\r\u001b[K";

  int run() {
    try (Terminal terminal = terminal()) {
      Interrupting interrupting = new Interrupting();
      terminal.handle(Signal.INT, _ -> interrupting.interrupt());
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) { // JLine hears no signals there
        Signals.register("INT", interrupting::interrupt);
      }
      LineReader reader = Editing.of(terminal, shell, streams);
      streams.err().println(Texts.say("shell.welcome", Texts.tool()));
      Thread.ofPlatform().daemon().start(this::lookAhead);
      while (!shell.isOver()) {
        String line = line(reader);
        Streams here = wide(terminal);
        int status = entry.carryOut(line, here, interrupting);
        if (status == Interrupting.STATUS) {
          streams.err().println(ERASE + Texts.say("shell.interrupted"));
        }
      }
      return 0;
    } catch (EndOfFileException ended) {
      return 0;
    } catch (IOException noTerminal) {
      throw new UncheckedIOException(noTerminal);
    }
  }

  /// In UTF-8, as reports are, whatever the locale says. Whether the terminal knows clusters of
  /// graphemes is not asked: one that does not answer would be waited for.
  private static Terminal terminal() throws IOException {
    return TerminalBuilder.builder()
        .system(true)
        .dumb(true)
        .encoding(StandardCharsets.UTF_8)
        .stdinEncoding(StandardCharsets.UTF_8)
        .stdoutEncoding(StandardCharsets.UTF_8)
        .graphemeCluster(false)
        .build();
  }

  private String line(LineReader reader) {
    String prompt = "dockdiag" + shell.inUse().map(one -> " " + Untrusted.shown(one)).orElse("");
    try {
      return reader.readLine(prompt + "> ", beside(), (MaskingCallback) null, null);
    } catch (UserInterruptException another) {
      return "";
    }
  }

  /// Reports are as wide as the terminal is now.
  private Streams wide(Terminal terminal) {
    Map<String, String> environment = new HashMap<>(streams.environment());
    if (terminal.getColumns() > 0) {
      environment.put("COLUMNS", Integer.toString(terminal.getColumns()));
    }
    return new Streams(streams.in(), streams.out(), streams.err(), streams.terminal(), environment);
  }

  /// The host, its engine, who asks, and how old the facts are.
  private String beside() {
    Optional<Map<String, String>> host =
        shell
            .kept()
            .latest()
            .map(Session::facts)
            .filter(facts -> facts.micros(new DaemonProbe()) > 0)
            .map(HostLine::of);
    String age =
        shell.kept().age().map(one -> Texts.say("shell.age.prompt", one.toSeconds())).orElse("");
    return Stream.of(
            host.map(one -> one.getOrDefault("name", "")).orElse(""),
            host.map(one -> "engine " + one.get("engine")).orElse(""),
            System.getProperty("user.name"),
            age)
        .filter(part -> !part.isEmpty())
        .map(Untrusted::shown)
        .collect(Collectors.joining(" · "));
  }

  /// What is asked first, while the first line is typed.
  private void lookAhead() {
    DiagnosisOptions usual = new DiagnosisOptions();
    shell
        .kept()
        .session(usual.live(streams.environment()), usual.secrets(), List.of())
        .facts()
        .prepare(List.of(new ContainersProbe(), new MachineProbe(), new DaemonProbe()));
  }
}

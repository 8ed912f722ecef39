package dockdiag.cli.shell;

import dockdiag.cli.session.Streams;
import java.util.Optional;
import org.jline.reader.Buffer;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReader.SuggestionType;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;

/// How a line is edited: history, suggestions from it, completion, colours.
final class Editing {

  private Editing() {}

  static LineReader of(Terminal terminal, Shell shell, Streams streams) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("dockdiag")
            .history(new History())
            .completer(new Completion(shell, streams))
            .highlighter(new Colours(shell))
            // a "!" is the host's, or nothing
            .option(Option.DISABLE_EVENT_EXPANSION, true)
            .option(Option.CASE_INSENSITIVE, true)
            .option(Option.HISTORY_IGNORE_DUPS, true)
            // a line that begins with a blank is not kept, as bash and zsh have it
            .option(Option.HISTORY_IGNORE_SPACE, true);
    History.file(streams.environment())
        .ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    LineReader reader = builder.build();
    reader.setAutosuggestion(SuggestionType.HISTORY);
    taking(reader, LineReader.FORWARD_CHAR);
    taking(reader, LineReader.END_OF_LINE);
    return reader;
  }

  /// At the line's end, that key takes what is suggested.
  private static void taking(LineReader reader, String key) {
    Optional<Widget> usual = Optional.ofNullable(reader.getBuiltinWidgets().get(key));
    reader.getWidgets().put(key, () -> isTaken(reader) || usual.map(Widget::apply).orElse(false));
  }

  private static boolean isTaken(LineReader reader) {
    Buffer buffer = reader.getBuffer();
    String suggested = reader.getTailTip();
    if (suggested.isEmpty() || buffer.cursor() < buffer.length()) {
      return false;
    }
    buffer.write(suggested);
    return true;
  }
}

package dockdiag.cli.shell;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import java.util.List;
import org.jline.reader.Parser;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.SyntaxError;
import org.jline.reader.impl.DefaultParser;

/// Parts a line into words as sh(1) does: blanks, quotation marks, backslashes; a line that begins
/// with `#` says nothing.
final class Words {

  private static final Parser PARSER = new DefaultParser().eofOnUnclosedQuote(true);

  private Words() {}

  /// Whether there is something to carry out.
  static boolean isBlank(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  /// @throws Stop where a quotation mark has no other end
  static List<String> words(String line) {
    String bare = line.strip();
    try {
      return PARSER.parse(bare, bare.length(), ParseContext.ACCEPT_LINE).words();
    } catch (SyntaxError open) {
      throw new Stop(ExitCode.USAGE, Texts.say("shell.quote"));
    }
  }
}

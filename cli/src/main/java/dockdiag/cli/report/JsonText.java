package dockdiag.cli.report;

import java.io.IOException;
import java.io.Writer;

/// Passes JSON on so that it can be printed on a terminal: what a terminal would obey is written
/// as JSON's escape, which a reader takes for the same character.
final class JsonText extends Writer {

  private final Appendable target;

  JsonText(Appendable target) {
    this.target = target;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = from; i < from + length; i++) {
      char unit = text[i];
      // Pairs of surrogates pass: what they stand for is seldom obeyed and always quoted.
      if (unit != '\n' && !Character.isSurrogate(unit) && Untrusted.hidden(unit)) {
        target.append("\\u%04x".formatted((int) unit));
      } else {
        target.append(unit);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}

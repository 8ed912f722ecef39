package dockdiag.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Writer;

/// Passes JSON on so that it can be printed on a terminal: what a terminal would obey is written
/// as JSON's escape, which a reader takes for the same character.
public final class JsonText extends Writer {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Appendable target;

  private JsonText(Appendable target) {
    this.target = target;
  }

  /// Writes a tree, a map or a record as a document that ends its last line.
  public static void write(Object document, Appendable target) throws IOException {
    JsonWriter writer = GSON.newJsonWriter(new JsonText(target));
    GSON.toJson(document, document.getClass(), writer);
    writer.flush();
    target.append('\n');
  }

  /// The same, as text.
  public static String of(Object document) {
    StringBuilder text = new StringBuilder();
    try {
      write(document, text);
    } catch (IOException impossible) {
      throw new IllegalStateException("a StringBuilder does not fail", impossible);
    }
    return text.toString();
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

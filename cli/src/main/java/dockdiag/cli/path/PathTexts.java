package dockdiag.cli.path;

import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of traces.
final class PathTexts {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("dockdiag.cli.path.path", Locale.ROOT);

  private PathTexts() {}

  /// The sentence of that key, its gaps `%s` filled in order.
  static String say(String key, Object... values) {
    return TEXTS.getString(key).formatted(values);
  }
}

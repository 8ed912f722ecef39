package dockdiag.cli.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;

/// The sentences of the command line that belong to no fault's page.
public final class Texts {

  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("dockdiag.cli.session.texts", Locale.ROOT);

  private Texts() {}

  /// The sentence of that key, its gaps `%s` filled in order.
  public static String say(String key, Object... values) {
    return TEXTS.getString(key).formatted(values);
  }

  /// `dockdiag 1.0.0`.
  public static String tool() {
    try (InputStream in = Texts.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return "dockdiag " + properties.getProperty("version");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every Java file is as google-java-format's command line writes it; with `-Ddockdiag.update` it
/// is rewritten so.
class FormatTest {

  private static final Formatter FORMATTER = new Formatter();

  @Test
  void everyFileIsFormatted() throws Exception {
    List<Path> others = new ArrayList<>();
    for (Path file : Sources.all()) {
      String text = Files.readString(file);
      String formatted = formatted(text);
      if (!text.equals(formatted)) {
        others.add(file);
        update(file, formatted);
      }
    }
    if (!updating()) {
      assertThat(others).as("format them with -Dtest=FormatTest -Ddockdiag.update").isEmpty();
    }
  }

  @Test
  void whatIsNotFormattedIsSeen() throws FormatterException {
    String text = "import java.util.Set;\nimport java.util.List;\nclass A{List<A> all;}\n";
    assertThat(formatted(text))
        .isEqualTo("import java.util.List;\n\nclass A {\n  List<A> all;\n}\n");
  }

  private static String formatted(String text) throws FormatterException {
    String used = RemoveUnusedImports.removeUnusedImports(text);
    String ordered = ImportOrderer.reorderImports(used, Style.GOOGLE);
    return StringWrapper.wrap(FORMATTER.formatSource(ordered), FORMATTER);
  }

  private static boolean updating() {
    return System.getProperty("dockdiag.update") != null;
  }

  private static void update(Path file, String formatted) throws IOException {
    if (updating()) {
      Files.writeString(file, formatted);
    }
  }
}

package dockdiag.cli.report;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One page of HTML that needs nothing else: no script, nothing from elsewhere.
///
/// Every value passes through [Untrusted] and is escaped by the template's engine.
public final class HtmlPage {

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .withFormatter(value -> Untrusted.shown(String.valueOf(value)))
          .emptyStringIsFalse(true)
          .withLoader(HtmlPage::resource);

  private HtmlPage() {}

  /// A table, and the sentence that it comes to.
  ///
  /// @param sentence empty where there is none
  public static String of(
      String title, String sentence, List<String> heads, List<List<String>> rows) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", title);
    page.put("heading", title);
    page.put("tables", List.of(table(sentence, heads, rows, List.of())));
    return of(page);
  }

  static String of(Map<String, Object> page) {
    return COMPILER.loadTemplate("report.html").execute(page);
  }

  /// A table as the template takes it.
  static Map<String, Object> table(
      String heading, List<String> heads, List<List<String>> rows, List<String> notes) {
    List<Map<String, Object>> cells =
        rows.stream().map(row -> Map.<String, Object>of("cells", row)).toList();
    return Map.of("heading", heading, "heads", heads, "rows", cells, "notes", notes);
  }

  private static Reader resource(String name) throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}

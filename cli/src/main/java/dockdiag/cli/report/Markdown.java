package dockdiag.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text in GitHub's Markdown, which GitLab takes too.
///
/// What somebody else wrote stands between backticks, more of them than it has in a row itself,
/// where nothing in it is obeyed but the bar that parts cells, which is escaped; or as plain text,
/// in which everything is escaped that Markdown or HTML would obey.
public final class Markdown {

  private static final Map<Integer, String> ENTITIES =
      Map.of((int) '<', "&lt;", (int) '>', "&gt;", (int) '&', "&amp;");

  /// Where GitHub would find an address, a person or an issue, whatever is escaped: an empty
  /// comment parts it.
  private static final Pattern OBEYED =
      Pattern.compile("(?<=://)|(?i:(?<=www)(?=\\.))|(?<=[@#])(?=\\w)");

  private final StringBuilder text = new StringBuilder();

  /// A line, or one of a paragraph; Markdown already.
  public Markdown line(String markdown) {
    text.append(markdown).append('\n');
    return this;
  }

  /// The end of a paragraph.
  public Markdown blank() {
    return line("");
  }

  /// A table's first two lines.
  public Markdown head(List<String> titles) {
    return row(titles).row(Collections.nCopies(titles.size(), "---"));
  }

  /// A table's line.
  public Markdown row(List<String> cells) {
    text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    return this;
  }

  /// Lines that are shown as they are; those of a language have its name.
  public Markdown block(String language, List<String> lines) {
    List<String> shown = lines.stream().map(Untrusted::shown).toList();
    String fence = "`".repeat(Math.max(3, 1 + longestRun(String.join("\n", shown))));
    line(fence + language);
    shown.forEach(this::line);
    return line(fence);
  }

  /// As code within a line.
  public static String code(String untrusted) {
    String shown = Untrusted.shown(untrusted);
    if (shown.isBlank()) {
      return "";
    }
    int longest = longestRun(shown);
    String fence = "`".repeat(longest + 1);
    String space = longest > 0 ? " " : "";
    return fence + space + shown + space + fence;
  }

  /// As code in a table: the bar is still obeyed there.
  public static String cell(String untrusted) {
    return code(untrusted).replace("|", "\\|");
  }

  /// As text.
  public static String plain(String untrusted) {
    StringBuilder plain = new StringBuilder();
    Untrusted.shown(untrusted)
        .codePoints()
        .forEach(
            point -> {
              if ("\\`*_{}[]()#!|~@".indexOf(point) >= 0) {
                plain.append('\\');
              }
              plain.append(ENTITIES.getOrDefault(point, Character.toString(point)));
            });
    return OBEYED.matcher(plain).replaceAll("<!-- -->");
  }

  private static int longestRun(String text) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

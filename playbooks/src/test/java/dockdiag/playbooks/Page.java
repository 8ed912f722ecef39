package dockdiag.playbooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A fault's page as a test: the host it begins from, the blocks laid over it, the golden report.
record Page(Path file, String text) {

  private static final Pattern HOST = Pattern.compile("On the healthy host `([a-z0-9-]+)`");
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(file|edit|merge|missing|flow|report)(?: (\\S+))?\\n(.*?)^```$");

  /// One fenced block.
  record Block(String kind, String name, String body) {

    /// The text with each `OLD becomes NEW` of an `edit` block carried out; blank lines part them.
    String edited(String text) {
      String edited = text;
      for (String edit : body.strip().split("\n\n")) {
        String[] sides = edit.split("\nbecomes\n", 2);
        if (edited.split(Pattern.quote(sides[0]), -1).length != 2) {
          throw new AssertionError("not there, or more than once: " + sides[0]);
        }
        edited = edited.replace(sides[0], sides[1]);
      }
      return edited;
    }
  }

  /// The page beside the class, in the sources, so that it can be rewritten.
  static Page of(Fault fault) {
    String name = fault.home().getName().replace('.', '/') + ".md";
    Path file = Path.of("src/main/java").resolve(name);
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException absent) {
      throw new AssertionError(fault.slug() + " has no page " + file, absent);
    }
  }

  /// The recording that it begins from.
  String host() {
    Matcher matcher = HOST.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError(file + " names no healthy host");
    }
    return matcher.group(1);
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(2) == null ? "" : matcher.group(2);
      blocks.add(new Block(matcher.group(1), name, matcher.group(3)));
    }
    return blocks;
  }

  String body(String kind) {
    return blocks().stream()
        .filter(block -> block.kind().equals(kind))
        .map(Block::body)
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no block " + kind));
  }

  List<String> headings() {
    return text.lines().filter(line -> line.startsWith("## ")).toList();
  }

  /// Writes another report into the page.
  void rewrite(String report) throws IOException {
    Matcher matcher = Pattern.compile("(?ms)^```report\\n.*?^```$").matcher(text);
    String replaced =
        matcher.replaceFirst(Matcher.quoteReplacement("```report\n" + report + "```"));
    Files.writeString(file, replaced);
  }
}

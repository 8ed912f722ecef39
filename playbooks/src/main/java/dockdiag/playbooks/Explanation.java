package dockdiag.playbooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A fault's page: what one sees, why it happens, how dockdiag knows, how to mend it; and the
/// sentences that reports say of it, with gaps for words: `{container}`.
///
/// The sentences stand in a fenced block `messages` at the end of the page, one to a line,
/// `key: sentence`; `explain` does not print it.
public record Explanation(String slug, String title, String text, Map<String, String> messages) {

  private static final String MESSAGES = "```messages\n";

  /// Reads the page beside the fault's class.
  ///
  /// @param language `en`, or another that falls back to English where there is no such page
  public static Explanation of(Fault fault, String language) {
    String name = fault.home().getSimpleName();
    return read(fault.home(), name + "." + language + ".md")
        .or(() -> read(fault.home(), name + ".md"))
        .map(page -> parse(fault.slug(), page))
        .orElseThrow(() -> new IllegalStateException("no page for " + fault.slug()));
  }

  /// The sentence of that key with its gaps filled; empty where the page has none.
  public Optional<String> say(String key, Map<String, String> words) {
    return Optional.ofNullable(messages.get(key)).map(sentence -> fill(sentence, words));
  }

  private static Explanation parse(String slug, String page) {
    int cut = page.indexOf(MESSAGES);
    if (!page.startsWith("# ") || cut < 0) {
      throw new IllegalStateException("page of " + slug + " lacks its title or its messages");
    }
    String title = page.substring(2, page.indexOf('\n'));
    Map<String, String> messages = new LinkedHashMap<>();
    String block = page.substring(cut + MESSAGES.length(), page.indexOf("```", cut + 3));
    for (String line : block.lines().toList()) {
      int colon = line.indexOf(": ");
      messages.put(line.substring(0, colon), line.substring(colon + 2));
    }
    return new Explanation(slug, title, page.substring(0, cut).strip() + "\n", messages);
  }

  /// One pass, so that a word that looks like a gap is never filled.
  private static String fill(String sentence, Map<String, String> words) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      String word = close < 0 ? null : words.get(sentence.substring(open + 1, close));
      if (word == null) {
        throw new IllegalStateException("no word for a gap in: " + sentence);
      }
      filled.append(sentence, from, open).append(word);
      from = close + 1;
    }
    return filled.append(sentence.substring(from)).toString();
  }

  private static Optional<String> read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}

package dockdiag.cli.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The sentences of reports that belong to no page: headings, verdicts, reasons, what helps.
///
/// They stand in `report.properties`, with gaps for words: `{subject}`.
final class Sentences {

  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  private static final int SOME = 12;

  private final ResourceBundle bundle =
      ResourceBundle.getBundle("dockdiag.cli.report.report", Locale.ROOT);

  /// The sentence of that key.
  String say(String key) {
    return bundle.getString(key);
  }

  /// The same with its gaps filled, in one pass: a word that looks like a gap stays as it is.
  String say(String key, Map<String, String> words) {
    return GAP.matcher(say(key))
        .replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(words.get(gap.group(1)))));
  }

  /// The first of many, and how many more there are.
  String some(Collection<?> many) {
    String first =
        many.stream().limit(SOME).map(Object::toString).collect(Collectors.joining(", "));
    int rest = many.size() - SOME;
    return rest > 0 ? first + count("more", rest) : first;
  }

  /// How many there are of something: `1 check`, `3 checks`.
  String count(String key, long number) {
    return say(key + (number == 1 ? ".one" : ".many"), Map.of("number", Long.toString(number)));
  }
}

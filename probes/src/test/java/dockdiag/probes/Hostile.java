package dockdiag.probes;

import java.util.ArrayList;
import java.util.List;

/// What a good text becomes in the hands of somebody hostile.
public final class Hostile {

  private static final List<String> GARBAGE =
      List.of(
          "",
          " ",
          "\n\n",
          "garbage",
          "\0\0",
          "{",
          "[]",
          "{}",
          "null",
          "7",
          "\"x\"",
          "[[[[",
          "{}{}",
          "1e999999999",
          "[1e999999999]",
          "[null]",
          "[[]]",
          "[\"\"]",
          "[".repeat(100_000),
          "{\"a\":".repeat(50_000),
          "\uFFFD\u001b[31m",
          "=",
          ":",
          "a=b",
          "key: value",
          "--",
          "*nat");
  private static final List<String> VALUES =
      List.of(
          "null",
          "-1",
          "99999999999999999999999",
          "1e400",
          "\"\"",
          "\"\\u0000\"",
          "[]",
          "{}",
          "true",
          "[null]",
          "{\"\":null}");

  private Hostile() {}

  /// Garbage, the text cut short at many places, and the text with words replaced.
  public static List<String> variants(String good) {
    List<String> variants = new ArrayList<>(GARBAGE);
    for (int cut = 1; cut < good.length(); cut += Math.max(1, good.length() / 60)) {
      variants.add(good.substring(0, cut));
      variants.add(good.substring(cut));
    }
    for (String value : VALUES) {
      variants.addAll(replaced(good, "(?<=: )(\"[^\"]*\"|[0-9a-z-]+|\\[\\]|\\{\\})", value));
    }
    for (String word :
        List.of("", "-1", "99999999999999999999", "65536", "x", "0", "\"", "::1/x")) {
      variants.addAll(replaced(good, "(?<=[\\s=:./])[0-9a-fA-F.]+", word));
    }
    return variants;
  }

  private static List<String> replaced(String good, String pattern, String value) {
    List<String> variants = new ArrayList<>();
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(good);
    while (matcher.find() && variants.size() < 150) {
      variants.add(good.substring(0, matcher.start()) + value + good.substring(matcher.end()));
    }
    return variants;
  }
}

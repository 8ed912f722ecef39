package dockdiag.probes.reach;

import dockdiag.probes.Unobservable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Answers of `key: value` lines.
final class Words {

  private Words() {}

  static Map<String, String> of(String body) {
    Map<String, String> answer = new HashMap<>();
    body.lines()
        .map(line -> line.split(": ?", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> answer.put(pair[0], pair[1]));
    return answer;
  }

  /// The value that is written so, `TIMED_OUT` as `timed-out`.
  static <E extends Enum<E>> E one(E[] values, String word, String source) throws Unobservable {
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return value;
      }
    }
    throw Unobservable.notUnderstood(source, word);
  }
}

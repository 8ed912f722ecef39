package dockdiag.probes.netfilter;

import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Parts a rule, as `iptables-save` prints it, into its options.
final class RuleOptions {

  /// Their value is free text, which may begin with a dash and is then not quoted.
  private static final Set<String> FREE_TEXT =
      Set.of("--comment", "--log-prefix", "--nflog-prefix", "--string", "--hex-string");

  private final String text;
  private final List<Option> options = new ArrayList<>();
  private String name = "";
  private boolean negated;
  private boolean negatesNext;
  private final List<String> values = new ArrayList<>();
  private int at;

  private RuleOptions(String text) {
    this.text = text;
  }

  static List<Option> read(String text) throws Unobservable {
    return new RuleOptions(text).read();
  }

  private List<Option> read() throws Unobservable {
    skipSpaces();
    while (at < text.length()) {
      boolean quoted = text.charAt(at) == '"';
      take(word(), quoted || (FREE_TEXT.contains(name) && values.isEmpty()));
      skipSpaces();
    }
    end();
    return List.copyOf(options);
  }

  private void take(String word, boolean literal) throws Unobservable {
    if (literal) {
      values.add(word);
    } else if (word.equals("!")) {
      end();
      negatesNext = true;
    } else if (word.startsWith("-") && word.length() > 1 && !Character.isDigit(word.charAt(1))) {
      end();
      name = word;
      negated = negatesNext;
      negatesNext = false;
    } else if (name.isEmpty()) {
      throw Unobservable.notUnderstood("rule", text);
    } else {
      values.add(word);
    }
  }

  private void end() {
    if (!name.isEmpty()) {
      options.add(new Option(name, negated, List.copyOf(values)));
    }
    name = "";
    values.clear();
  }

  /// A word, or a text in quotes in which a backslash takes the next character as it is.
  private String word() throws Unobservable {
    boolean quoted = text.charAt(at) == '"';
    StringBuilder word = new StringBuilder();
    at += quoted ? 1 : 0;
    while (at < text.length() && text.charAt(at) != (quoted ? '"' : ' ')) {
      if (quoted && text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      word.append(text.charAt(at++));
    }
    if (quoted && at++ >= text.length()) {
      throw Unobservable.notUnderstood("rule", text);
    }
    return word.toString();
  }

  private void skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }
}

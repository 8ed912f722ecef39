package dockdiag.probes.netfilter;

import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import java.util.List;
import java.util.stream.Collectors;

/// A rule of iptables as a person writes it, not in the kernel yet: understood as those that
/// `iptables-save` prints.
public final class WrittenRule {

  private WrittenRule() {}

  /// @param words of the command behind `-A CHAIN`
  /// @throws Unobservable where they are no rule
  public static Rule of(String chain, List<String> words) throws Unobservable {
    String text = words.stream().map(WrittenRule::quoted).collect(Collectors.joining(" "));
    List<Option> options = RuleOptions.read(text);
    return new Rule(0, 0, 0, 0, "-A " + chain + " " + text, options, SaveStatements.of(options));
  }

  private static String quoted(String word) {
    boolean plain = !word.isEmpty() && word.chars().noneMatch(c -> " \"\\'".indexOf(c) >= 0);
    return plain ? word : '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}

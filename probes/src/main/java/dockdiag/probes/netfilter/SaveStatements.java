package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.ArrayList;
import java.util.List;

/// Understands the options of a rule of iptables: matches in their order, then the target.
final class SaveStatements {

  private SaveStatements() {}

  static List<Statement> of(List<Option> options) {
    List<Statement> statements = new ArrayList<>();
    for (SaveOptions group : SaveOptions.group(options)) {
      switch (group.head().name()) {
        case "" -> group.rest().forEach(option -> statements.add(SaveMatches.ofRule(option)));
        case "-m" -> statements.addAll(matches(group));
        default -> statements.add(target(group));
      }
    }
    return List.copyOf(statements);
  }

  /// What is misread in one option makes the whole match unmodelled.
  private static List<? extends Statement> matches(SaveOptions group) {
    try {
      return SaveModules.matches(group);
    } catch (IllegalArgumentException notUnderstood) {
      return List.of(new Match.Unmodelled(group.text()));
    }
  }

  private static Statement target(SaveOptions group) {
    try {
      return SaveTargets.target(group);
    } catch (IllegalArgumentException notUnderstood) {
      return new Target.Unmodelled(group.text());
    }
  }
}

package dockdiag.cli.lab.judge;

import java.util.ArrayList;
import java.util.List;

/// A rule set in the words of the commands that load it.
record RuleText(List<Part> parts) {

  /// What one command loads.
  ///
  /// @param head what stands before the rules
  /// @param tail what stands behind them
  record Part(String command, List<String> head, List<String> rules, List<String> tail) {
    String text() {
      List<String> lines = new ArrayList<>(head);
      lines.addAll(rules);
      lines.addAll(tail);
      return String.join("\n", lines) + "\n";
    }
  }

  int size() {
    return parts.stream().mapToInt(part -> part.rules().size()).sum();
  }

  /// The same without one of its rules.
  RuleText without(int rule) {
    List<Part> fewer = new ArrayList<>();
    int left = rule;
    for (Part part : parts) {
      List<String> rules = new ArrayList<>(part.rules());
      if (left >= 0 && left < rules.size()) {
        rules.remove(left);
      }
      left -= part.rules().size();
      fewer.add(new Part(part.command(), part.head(), rules, part.tail()));
    }
    return new RuleText(fewer);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    parts.forEach(
        part -> text.append("# ").append(part.command()).append('\n').append(part.text()));
    return text.toString();
  }
}

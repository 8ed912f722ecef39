package dockdiag.playbooks.netfilter.expected;

import dockdiag.playbooks.netfilter.expected.ExpectedRule.Part;
import dockdiag.probes.netfilter.Backend;
import java.util.List;

/// What of the engine's rules should be there, and what is.
///
/// @param backend who keeps them
public record Comparison(Backend backend, List<ExpectedRule> present, List<ExpectedRule> missing) {
  public Comparison {
    present = List.copyOf(present);
    missing = List.copyOf(missing);
  }

  /// What is missing of that part.
  public List<ExpectedRule> missing(Part part) {
    return missing.stream().filter(rule -> rule.part() == part).toList();
  }

  /// How many rules there should be.
  public int expected() {
    return present.size() + missing.size();
  }
}

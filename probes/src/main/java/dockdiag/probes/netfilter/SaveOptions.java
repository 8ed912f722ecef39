package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Options of a rule of iptables that belong together: those of the rule itself, of one match
/// (`-m`), or of its target (`-j`, `-g`).
///
/// @param head the option that names the match or target; an empty one of the rule itself
record SaveOptions(Option head, List<Option> rest) {

  private static final Option NONE = new Option("", false, List.of());

  static List<SaveOptions> group(List<Option> options) {
    List<SaveOptions> groups = new ArrayList<>();
    groups.add(new SaveOptions(NONE, new ArrayList<>()));
    for (Option option : options) {
      if (List.of("-m", "-j", "-g").contains(option.name())) {
        groups.add(new SaveOptions(option, new ArrayList<>()));
      } else {
        groups.getLast().rest().add(option);
      }
    }
    return groups;
  }

  String text() {
    String words = rest.stream().map(Option::toString).collect(Collectors.joining(" "));
    return (head.equals(NONE) ? words : head + " " + words).strip();
  }
}

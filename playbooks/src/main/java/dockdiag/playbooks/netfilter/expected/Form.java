package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.netfilter.Elements;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Operand;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.netfilter.Statement;
import dockdiag.probes.netfilter.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One way in which an engine writes a rule.
public sealed interface Form {

  /// Whether the table has it.
  boolean isIn(Table table);

  /// By its options, whatever their order: `-i docker0`, `! -o docker0`, `-j ACCEPT`.
  record Options(String chain, List<String> options) implements Form {
    public Options {
      options = List.copyOf(options);
    }

    @Override
    public boolean isIn(Table table) {
      Set<String> wanted =
          options.stream().filter(one -> !one.startsWith("-m ")).collect(Collectors.toSet());
      return rules(table, chain).stream().anyMatch(rule -> told(rule).equals(wanted));
    }

    /// What it says but for the names of modules and comments, which decide nothing.
    private static Set<String> told(Rule rule) {
      return rule.options().stream()
          .filter(option -> !option.name().equals("-m") && !option.name().equals("--comment"))
          .map(Option::toString)
          .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
      return "-A " + chain + " " + String.join(" ", options);
    }
  }

  /// By something that it does, since engine 29's nftables backend.
  record Doing(String chain, Statement what, String text) implements Form {
    static Doing jump(String chain, String to) {
      return new Doing(chain, new Target.Jump(to), "jump " + to);
    }

    static Doing lookup(String chain, Key key, String map) {
      Target lookup = new Target.Lookup(List.of(key), new Elements.Named(map));
      String keyword = key == Key.IIFNAME ? "iifname" : "oifname";
      return new Doing(chain, lookup, keyword + " vmap @" + map);
    }

    @Override
    public boolean isIn(Table table) {
      return rules(table, chain).stream().anyMatch(rule -> rule.statements().contains(what));
    }

    @Override
    public String toString() {
      return "chain " + chain + ": " + text;
    }
  }

  /// By an interface's chain in a map of the table.
  record Mapped(String map, String device, String chain) implements Form {
    @Override
    public boolean isIn(Table table) {
      Elements.Element wanted =
          new Elements.Element(
              List.of(new Operand.Name(device)), new Elements.Data.Verdict(new Target.Jump(chain)));
      return table.sets().getOrDefault(map, List.of()).contains(wanted);
    }

    @Override
    public String toString() {
      return "map " + map + ": \"" + device + "\" : jump " + chain;
    }
  }

  private static List<Rule> rules(Table table, String chain) {
    return table.chains().stream()
        .filter(one -> one.name().equals(chain))
        .findFirst()
        .map(Chain::rules)
        .orElse(List.of());
  }
}

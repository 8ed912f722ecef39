package dockdiag.probes.netfilter;

import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `iptables-save -c`, iptables 1.8.
final class SaveReading {

  private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+)( \\[\\d+:\\d+\\])?");
  private static final Pattern RULE =
      Pattern.compile("(?:\\[(\\d{1,18}):(\\d{1,18})\\] )?(-A (\\S+)(?: .*)?)");

  /// Of a table that nft made in a way that iptables cannot tell it shows less than there is.
  private static final Pattern NATIVE =
      Pattern.compile("# Table `(\\S+)' (?:is incompatible|contains incompatible) .*");

  private final Backend backend;
  private final Family family;
  private final List<Table> tables = new ArrayList<>();
  private final Map<String, Optional<String>> policies = new LinkedHashMap<>();
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  private final Set<String> natives = new HashSet<>();
  private String table = "";

  SaveReading(Backend backend, Family family) {
    this.backend = backend;
    this.family = family;
  }

  Ruleset read(String text) throws Unobservable {
    for (String line : text.lines().toList()) {
      if (line.equals("--")) {
        break; // warnings follow
      }
      Matcher remark = NATIVE.matcher(line);
      if (remark.matches()) {
        natives.add(remark.group(1));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        line(line);
      }
    }
    if (!table.isEmpty()) {
      throw Unobservable.notUnderstood("iptables-save", "no COMMIT after *" + table);
    }
    return new Ruleset(tables.stream().filter(whole -> !natives.contains(whole.name())).toList());
  }

  private void line(String line) throws Unobservable {
    Matcher chain = CHAIN.matcher(line);
    Matcher rule = RULE.matcher(line);
    if (line.startsWith("*") && table.isEmpty() && line.length() > 1) {
      table = line.substring(1);
    } else if (table.isEmpty()) {
      throw Unobservable.notUnderstood("iptables-save", line);
    } else if (line.equals("COMMIT")) {
      commit();
    } else if (chain.matches()) {
      policies.put(
          chain.group(1), Optional.of(chain.group(2)).filter(policy -> !policy.equals("-")));
    } else if (rule.matches()) {
      add(rule);
    } else {
      throw Unobservable.notUnderstood("iptables-save", line);
    }
  }

  private void add(Matcher rule) throws Unobservable {
    String chain = rule.group(4);
    String text = rule.group(3);
    List<Rule> chainRules = rules.computeIfAbsent(chain, absent -> new ArrayList<>());
    String rest = text.substring("-A ".length() + chain.length());
    List<Ruleset.Option> options = RuleOptions.read(rest);
    chainRules.add(
        new Rule(
            chainRules.size() + 1,
            0,
            number(rule.group(1)),
            number(rule.group(2)),
            text,
            options,
            SaveStatements.of(options)));
    policies.putIfAbsent(chain, Optional.empty());
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private void commit() {
    List<Chain> chains = new ArrayList<>();
    policies.forEach(
        (name, policy) ->
            chains.add(
                new Chain(
                    name,
                    Hook.ofIptables(table, name),
                    policy,
                    List.copyOf(rules.getOrDefault(name, List.of())))));
    tables.add(new Table(backend, family, table, List.copyOf(chains), Map.of()));
    policies.clear();
    rules.clear();
    table = "";
  }
}

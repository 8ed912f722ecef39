package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.CommandLine;
import dockdiag.probes.Namespace;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Commands that change a chain of the host's rules, or of a container's.
record RuleCommand(Table table, String chain, Namespace namespace) {

  /// `iptables -t filter -D DOCKER-USER 1`, `nft delete rule inet mine forward handle 7`.
  String delete(Rule rule) {
    return isNft()
        ? line(nft("delete", "rule", "handle", Long.toString(rule.handle())))
        : line(iptables("-D", Integer.toString(rule.number())));
  }

  /// The same rule at its place again.
  String insert(Rule rule) {
    if (isNft()) {
      return "echo " + CommandLine.of(json(rule)) + " | " + line(List.of("nft", "-j", "-f", "-"));
    }
    List<String> words = iptables("-I", Integer.toString(rule.number()));
    for (Option option : rule.options()) {
      if (option.negated()) {
        words.add("!");
      }
      words.add(option.name());
      words.addAll(option.values());
    }
    return line(words);
  }

  /// An iptables rule that accepts such packets, before the rule of that number; 0 is the end.
  String accept(int number, List<String> matches) {
    List<String> words = number == 0 ? iptables("-A") : iptables("-I", Integer.toString(number));
    return line(accepting(words, matches));
  }

  /// Takes that out again.
  String refuse(List<String> matches) {
    return line(accepting(iptables("-D"), matches));
  }

  private static List<String> accepting(List<String> words, List<String> matches) {
    words.addAll(matches);
    words.addAll(List.of("-j", "ACCEPT"));
    return words;
  }

  /// What becomes of packets that no rule of the chain is meant for: `ACCEPT`, `DROP`.
  String policy(String policy) {
    return isNft()
        ? line(nft("chain", "{ policy %s ; }".formatted(policy.toLowerCase(Locale.ROOT))))
        : line(iptables("-P", policy));
  }

  private boolean isNft() {
    return table.backend() == Backend.NFTABLES;
  }

  /// The place of a rule in nft's JSON is behind the rule of that index, from 0; the text of a rule
  /// is its expressions in JSON (libnftables-json(5)).
  private String json(Rule rule) {
    String at = rule.number() > 1 ? "\"index\":%d,".formatted(rule.number() - 2) : "";
    return "{\"nftables\":[{\"%s\":{\"rule\":{\"family\":\"%s\",\"table\":\"%s\",\"chain\":\"%s\",%s\"expr\":%s}}}]}"
        .formatted(
            rule.number() > 1 ? "add" : "insert",
            table.family(),
            table.name(),
            chain,
            at,
            rule.text());
  }

  private List<String> nft(String verb, String... rest) {
    List<String> words = new ArrayList<>(List.of("nft", verb));
    int behind = verb.equals("delete") ? 1 : 0;
    words.addAll(List.of(rest).subList(0, behind));
    words.addAll(List.of(table.family().toString(), table.name(), chain));
    words.addAll(List.of(rest).subList(behind, rest.length));
    return words;
  }

  private List<String> iptables(String action, String... what) {
    String name = table.family() == Family.IP6 ? "ip6tables" : "iptables";
    String form = table.backend() == Backend.IPTABLES_LEGACY ? "-legacy" : "";
    List<String> words = new ArrayList<>(List.of(name + form, "-t", table.name(), action, chain));
    words.addAll(List.of(what));
    return words;
  }

  private String line(List<String> words) {
    List<String> all = new ArrayList<>();
    if (namespace instanceof Namespace.OfContainer(String _, int pid)) {
      all.addAll(List.of("nsenter", "--target", Integer.toString(pid), "--net"));
    }
    all.addAll(words);
    // a lone ! is special to interactive shells alone, and there only before a word
    return CommandLine.of(all.toArray(String[]::new)).replace(" '!' ", " ! ");
  }
}

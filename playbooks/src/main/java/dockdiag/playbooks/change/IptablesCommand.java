package dockdiag.playbooks.change;

import dockdiag.probes.Supposition;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.WrittenRule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a command of iptables that changes one chain: `iptables -w -t nat -D DOCKER 3`.
final class IptablesCommand {

  private static final Pattern NAME =
      Pattern.compile("(?<six>ip6tables|iptables)(?<form>-nft|-legacy)?");

  private final Target target;
  private final List<String> words;
  private String table = "filter";
  private int at;

  private IptablesCommand(Target target, List<String> words) {
    this.target = target;
    this.words = words;
  }

  /// @throws IllegalArgumentException where it is not one of those
  static Supposition read(Target target, List<String> words) throws Unobservable {
    return new IptablesCommand(target, words).read();
  }

  private Supposition read() throws Unobservable {
    Matcher name = NAME.matcher(next());
    if (!name.matches()) {
      throw new IllegalArgumentException("no command of iptables: " + words);
    }
    boolean legacy = "-legacy".equals(name.group("form"));
    while (true) {
      switch (next()) {
        case "-w", "--wait" -> {}
        case "-t", "--table" -> table = next();
        case String action -> {
          String chain = next();
          return new RuleChange(
              target,
              legacy ? Backend.IPTABLES_LEGACY : Backend.IPTABLES_NFT,
              name.group("six").equals("ip6tables") ? Family.IP6 : Family.IP,
              table,
              chain,
              edit(action, chain));
        }
      }
    }
  }

  private Edit edit(String action, String chain) throws Unobservable {
    boolean numbered = at < words.size() && words.get(at).chars().allMatch(Character::isDigit);
    return switch (action) {
      case "-A" -> new Edit.Append(WrittenRule.of(chain, rest()));
      case "-I" -> new Edit.Insert(numbered ? number() : 1, WrittenRule.of(chain, rest()));
      case "-D" ->
          numbered ? new Edit.Delete(number()) : new Edit.DeleteLike(WrittenRule.of(chain, rest()));
      case "-R" -> new Edit.Replace(number(), WrittenRule.of(chain, rest()));
      case "-P" -> new Edit.Policy(policy(next()));
      default -> throw new IllegalArgumentException("not read: " + action);
    };
  }

  private static String policy(String word) {
    if (!List.of("ACCEPT", "DROP").contains(word)) {
      throw new IllegalArgumentException("no policy: " + word);
    }
    return word;
  }

  private int number() {
    return Integer.parseInt(next());
  }

  private List<String> rest() {
    if (at == words.size()) {
      throw new IllegalArgumentException("no rule: " + words);
    }
    return words.subList(at, words.size());
  }

  private String next() {
    if (at >= words.size()) {
      throw new IllegalArgumentException("ends too early: " + words);
    }
    return words.get(at++);
  }
}

package dockdiag.playbooks.change;

import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What becomes of one chain.
sealed interface Edit {

  /// A rule more, before that number.
  record Insert(int number, Rule rule) implements Edit {}

  /// A rule more, at the end.
  record Append(Rule rule) implements Edit {}

  /// The rule of that number is gone.
  record Delete(int number) implements Edit {}

  /// The first rule like that is gone.
  record DeleteLike(Rule rule) implements Edit {}

  /// The rule that nft numbers so is gone.
  record DeleteHandle(long handle) implements Edit {}

  /// Another rule stands at that number.
  record Replace(int number, Rule rule) implements Edit {}

  /// What meets no rule is accepted or dropped.
  record Policy(String policy) implements Edit {}

  /// The chain after it.
  ///
  /// @throws Unobservable where the command would fail
  default Chain of(Chain chain) throws Unobservable {
    List<Rule> rules = new ArrayList<>(chain.rules());
    Optional<String> policy = chain.policy();
    switch (this) {
      case Insert(int number, Rule rule) -> rules.add(at(number, rules.size() + 1), rule);
      case Append(Rule rule) -> rules.add(rule);
      case Delete(int number) -> rules.remove(at(number, rules.size()));
      case DeleteLike(Rule rule) -> rules.remove(like(rule, rules));
      case DeleteHandle(long handle) -> rules.remove(numbered(handle, rules));
      case Replace(int number, Rule rule) -> rules.set(at(number, rules.size()), rule);
      case Policy(String other) -> policy = Optional.of(checked(other, chain));
    }
    return new Chain(chain.name(), chain.hook(), policy, counted(rules));
  }

  private static int at(int number, int most) throws Unobservable {
    if (number < 1 || number > most) {
      throw Unobservable.notUnderstood("iptables", "no rule " + number);
    }
    return number - 1;
  }

  private static int like(Rule rule, List<Rule> rules) throws Unobservable {
    return IntStream.range(0, rules.size())
        .filter(i -> rules.get(i).options().equals(rule.options()))
        .findFirst()
        .orElseThrow(() -> Unobservable.notUnderstood("iptables", "no rule like " + rule.text()));
  }

  private static int numbered(long handle, List<Rule> rules) throws Unobservable {
    return IntStream.range(0, rules.size())
        .filter(i -> rules.get(i).handle() == handle)
        .findFirst()
        .orElseThrow(() -> Unobservable.notUnderstood("nft", "no handle " + handle));
  }

  private static String checked(String policy, Chain chain) throws Unobservable {
    if (chain.hook().isEmpty()) {
      throw Unobservable.notUnderstood("iptables", "no policy of " + chain.name());
    }
    return policy;
  }

  private static List<Rule> counted(List<Rule> rules) {
    return IntStream.range(0, rules.size()).mapToObj(i -> rules.get(i).at(i + 1)).toList();
  }
}

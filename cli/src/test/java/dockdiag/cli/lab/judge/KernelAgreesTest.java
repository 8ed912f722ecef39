package dockdiag.cli.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.lab.judge.RuleText.Part;
import dockdiag.probes.Unobservable;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.Router;
import dockdiag.testenv.debian.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random rules are loaded into a real kernel, real packets are sent through them, and the walk
/// names every rule that the kernel says the packet met, and its fate.
///
/// `-Ddockdiag.trials=20000` tries longer, `-Ddockdiag.seed=7` other ones.
class KernelAgreesTest {

  private static final int EXCHANGES = 25;

  private int id = 1024;

  @Test
  void withEveryRuleAndEveryVerdict() throws Unobservable {
    LabNeeded.orSkip();
    int wanted = Integer.getInteger("dockdiag.trials", 2000);
    long seed = Long.getLong("dockdiag.seed", 1);
    int trials = 0;
    int undecided = 0;
    Instant start = Instant.now();
    try (Router router = new Router(Suite.TRIXIE)) {
      Judge judge = new Judge(router);
      for (int set = 0; trials < wanted; set++) {
        Dice dice = Dice.of(seed * 1_000_003 + set);
        RuleText rules = rules(dice);
        judge.load(rules);
        for (int i = 0; i < EXCHANGES; i++) {
          Exchange exchange = Exchange.random(dice);
          List<Trial> all = exchange.run(judge, next());
          trials += all.size();
          undecided += (int) all.stream().filter(Trial::isUndecided).count();
          if (!all.getLast().agrees()) {
            throw new AssertionError(smallest(judge, rules, exchange, all.getLast()));
          }
        }
      }
    }
    System.out.printf(
        "the kernel as judge: %d trials, 0 disagreements, %d undecided, %d s%n",
        trials, undecided, Duration.between(start, Instant.now()).toSeconds());
    assertThat(undecided * 50).isLessThanOrEqualTo(trials);
  }

  private int next() {
    id = id < 65_000 ? id + 1 : 1024;
    return id;
  }

  private static RuleText rules(Dice dice) {
    List<Part> parts = new ArrayList<>();
    switch (dice.below(5)) {
      case 0 -> parts.addAll(new RandomIptables(dice, "iptables-restore").tables());
      case 1 -> parts.addAll(new RandomIptables(dice, "iptables-legacy-restore").tables());
      case 2 -> parts.addAll(new RandomIptables(dice, "ip6tables-restore").tables());
      case 3 -> {
        parts.add(new RandomNft(dice, "inet", "mine").table());
        parts.add(new RandomNft(dice, dice.of(List.of("ip", "ip6")), "other").table());
      }
      default -> {
        parts.addAll(new RandomIptables(dice, "iptables-restore").tables());
        parts.add(new RandomNft(dice, dice.of(List.of("inet", "ip")), "mine").table());
        if (dice.seldom(2)) {
          parts.addAll(new RandomIptables(dice, "iptables-legacy-restore").tables());
        }
      }
    }
    parts.addAll(new RandomBridge(dice).parts());
    return new RuleText(parts);
  }

  /// The fewest rules with which it still goes wrong.
  private String smallest(Judge judge, RuleText rules, Exchange exchange, Trial failed)
      throws Unobservable {
    RuleText smaller = rules;
    Trial last = failed;
    for (int rule = rules.size() - 1; rule >= 0; rule--) {
      RuleText candidate = smaller.without(rule);
      judge.load(candidate);
      Trial trial = exchange.run(judge, next()).getLast();
      if (!trial.agrees()) {
        smaller = candidate;
        last = trial;
      }
    }
    return smaller + "\n" + exchange + "\n" + last + "\nat first: " + failed;
  }
}

package dockdiag.cli.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.lab.judge.RuleText.Part;
import dockdiag.probes.Unobservable;
import dockdiag.testenv.Datagram;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.Router;
import dockdiag.testenv.debian.Suite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Random rules are loaded into a real kernel, real packets are sent through them, and the walk
/// names every rule that the kernel says the packet met, and its fate.
///
/// `-Ddockdiag.trials=20000` tries longer, `-Ddockdiag.seed=7` other ones.
class KernelAgreesTest {

  private static final int PACKETS = 40;

  private int sourcePort = 1024;

  @Test
  void withEveryRuleAndEveryVerdict() throws Unobservable {
    LabNeeded.orSkip();
    int trials = Integer.getInteger("dockdiag.trials", 2000);
    long seed = Long.getLong("dockdiag.seed", 1);
    int undecided = 0;
    try (Router router = new Router(Suite.TRIXIE)) {
      Judge judge = new Judge(router);
      for (int done = 0; done < trials; done += PACKETS) {
        Dice dice = Dice.of(seed * 1_000_003 + done);
        RuleText rules = rules(dice);
        judge.load(rules);
        for (int i = 0; i < PACKETS; i++) {
          Trial trial = judge.send(packet(dice));
          undecided += trial.isUndecided() ? 1 : 0;
          if (!trial.agrees()) {
            throw new AssertionError(smallest(judge, rules, trial));
          }
        }
      }
    }
    System.out.printf(
        "the kernel as judge: %d trials, 0 disagreements, %d undecided%n", trials, undecided);
    assertThat(undecided * 50).isLessThanOrEqualTo(trials);
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
    return new RuleText(parts);
  }

  private Datagram packet(Dice dice) {
    sourcePort = sourcePort < 65_000 ? sourcePort + 1 : 1024;
    int protocol = dice.of(List.of(6, 17));
    int port = dice.of(List.of(80, 53, 8080, 443, 9999));
    if (dice.seldom(3)) {
      return new Datagram(
          protocol,
          dice.of(List.of("2001:db8:51::2", "2001:db8:51::9", "2001:db8:99::7")),
          sourcePort,
          dice.of(List.of("2001:db8:51::1", "2001:db8:28::1", "2001:db8:28::2", "2001:db8:28::3")),
          port);
    }
    return new Datagram(
        protocol,
        dice.of(
            List.of("198.51.100.9", "198.51.100.2", "198.51.100.9", "203.0.113.7", "172.28.1.9")),
        sourcePort,
        dice.of(List.of("198.51.100.1", "198.51.100.1", "172.28.1.1", "172.28.1.2", "172.28.1.3")),
        port);
  }

  /// The fewest rules with which it still goes wrong.
  private String smallest(Judge judge, RuleText rules, Trial failed) throws Unobservable {
    RuleText smaller = rules;
    Trial last = failed;
    for (int rule = rules.size() - 1; rule >= 0; rule--) {
      RuleText candidate = smaller.without(rule);
      judge.load(candidate);
      Trial trial = judge.send(again(failed.packet()));
      if (!trial.agrees()) {
        smaller = candidate;
        last = trial;
      }
    }
    return smaller + "\n" + last;
  }

  private Datagram again(Datagram packet) {
    sourcePort++;
    return new Datagram(
        packet.protocol(),
        packet.source(),
        sourcePort,
        packet.destination(),
        packet.destinationPort());
  }
}

package dockdiag.cli.lab.judge;

import dockdiag.cli.lab.judge.RuleText.Part;
import java.util.ArrayList;
import java.util.List;

/// Random tables of nft for frames of a bridge, and whether br_netfilter has them meet IP's rules.
final class RandomBridge {

  private static final List<String> MATCHES =
      List.of(
          "iifname left",
          "iifname != left",
          "oifname right",
          "oifname != \"ri*\"",
          "meta protocol ip",
          "ether type ip6",
          "ip saddr 172.29.1.9",
          "ip daddr != 172.29.1.2",
          "ip6 daddr 2001:db8:29::/64",
          "tcp dport { 80, 443 }",
          "udp dport != 53",
          "meta mark 0x1",
          "icmp type echo-request");
  private static final List<String> VERDICTS =
      List.of("accept", "drop", "return", "counter", "meta mark set 0x1", "jump c", "goto c");

  private final Dice dice;

  RandomBridge(Dice dice) {
    this.dice = dice;
  }

  List<Part> parts() {
    String calls = dice.often() ? "1" : "0";
    Part setting =
        new Part(
            "sh",
            List.of(
                "echo " + calls + " > /proc/sys/net/bridge/bridge-nf-call-iptables",
                "echo " + calls + " > /proc/sys/net/bridge/bridge-nf-call-ip6tables"),
            List.of(),
            List.of());
    return dice.seldom(2) ? List.of(setting) : List.of(setting, table());
  }

  private Part table() {
    List<String> head = new ArrayList<>(List.of("add table bridge b", "add chain bridge b c"));
    List<String> bases = new ArrayList<>();
    for (int i = 1 + dice.below(4); i > 0; i--) {
      String hook =
          dice.of(List.of("prerouting", "forward", "forward", "input", "output", "postrouting"));
      int priority = dice.of(List.of(-300, -200, -100, -2, -1, 0, 1, 100, 300));
      bases.add("b" + i);
      head.add(
          "add chain bridge b b%d { type filter hook %s priority %d; policy %s; }"
              .formatted(i, hook, priority, dice.seldom(8) ? "drop" : "accept"));
    }
    List<String> rules = new ArrayList<>();
    for (int i = 2 + dice.below(10); i > 0; i--) {
      String chain = dice.seldom(4) ? "c" : dice.of(bases);
      String match = (dice.often() ? dice.of(MATCHES) : "") + " ";
      String verdict = dice.of(VERDICTS);
      boolean own = chain.equals("c") && verdict.endsWith(" c");
      rules.add("add rule bridge b " + chain + " " + match + (own ? "accept" : verdict));
    }
    return new Part("nft -f", head, rules, List.of());
  }
}

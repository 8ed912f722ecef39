package dockdiag.cli.lab.judge;

import dockdiag.cli.lab.judge.RuleText.Part;
import java.util.ArrayList;
import java.util.List;

/// Random tables of nft with sets, maps, verdict maps and several base chains at one hook.
final class RandomNft {

  private static final List<String> ANY =
      List.of(
          "iifname eth0",
          "iifname != \"br*\"",
          "oifname @ifaces",
          "oifname { \"br0\", \"eth1\" }",
          "ct state new",
          "ct state established,related",
          "ct state { new, untracked }",
          "ct state != invalid",
          "ct status dnat",
          "ct direction original",
          "ct mark 0x2",
          "meta mark 0x1",
          "meta mark & 0x30 == 0x10",
          "fib daddr type local",
          "fib daddr type != { local, broadcast }");
  private static final List<String> TCP =
      List.of(
          "tcp dport { 80, 443, 8000-9000 }",
          "tcp dport != 80",
          "tcp flags & (fin | syn | rst | ack) == syn",
          "tcp flags syn",
          "tcp dport >= 1024",
          "ct original proto-dst 8080");
  private static final List<String> UDP =
      List.of(
          "udp dport 53", "udp sport 1024-65535", "meta l4proto udp", "udp dport != { 53, 80 }");

  private static final List<String> PINGS =
      List.of("icmp type echo-request", "icmp type != { echo-reply, 3 }", "icmp code 0");
  private static final List<String> PINGS6 =
      List.of("icmpv6 type { echo-reply, destination-unreachable }", "icmpv6 type != 128");

  private final Dice dice;
  private final String family;
  private final String table;

  RandomNft(Dice dice, String family, String name) {
    this.dice = dice;
    this.family = family;
    this.table = family + " " + name;
  }

  Part table() {
    List<String> head = new ArrayList<>(List.of("add table " + table));
    sets().forEach(set -> head.add("add " + set));
    for (String chain : List.of("c1", "c2", "c3")) {
      head.add("add chain " + table + " " + chain);
    }
    List<String> rules = new ArrayList<>();
    rules.add("add element " + table + " verdicts { 80 : jump c2, 443 : drop, 53 : goto c3 }");
    List<String> bases = bases(head);
    for (int i = 5 + dice.below(30); i > 0; i--) {
      String chain = dice.often() ? dice.of(bases) : dice.of(List.of("c1", "c2", "c3"));
      rules.add("add rule " + table + " " + chain + " " + rule(chain));
    }
    return new Part("nft -f", head, rules, List.of());
  }

  private List<String> sets() {
    String address = family.equals("ip6") ? "ipv6_addr" : "ipv4_addr";
    boolean ipv6 = family.equals("ip6");
    return List.of(
        "set %s pairs { type %s . inet_service; elements = { %s . 80, %s . 53 }; }"
            .formatted(
                table,
                address,
                ipv6 ? "2001:db8:51::9" : "198.51.100.9",
                ipv6 ? "2001:db8:51::2" : "198.51.100.2"),
        "set %s nets { type %s; flags interval; elements = { %s }; }"
            .formatted(
                table,
                address,
                ipv6 ? "2001:db8:51::8/125" : "10.0.0.0/8, 198.51.100.4-198.51.100.20"),
        "set %s ifaces { type ifname; elements = { \"br0\", \"docker0\" }; }".formatted(table),
        "map %s verdicts { type inet_service : verdict; }".formatted(table),
        "map %s servers { type inet_service : %s . inet_service; elements = { 8080 : %s . 80 }; }"
            .formatted(table, address, ipv6 ? "2001:db8:28::2" : "172.28.1.2"));
  }

  private List<String> bases(List<String> head) {
    List<String> names = new ArrayList<>();
    for (int i = 1 + dice.below(4); i > 0; i--) {
      String hook =
          dice.of(
              List.of(
                  "prerouting", "forward", "forward", "input", "output", "output", "postrouting"));
      String type = hook.equals("output") && dice.seldom(2) ? "route" : "filter";
      int priority = dice.of(List.of(-310, -250, -150, -50, -5, 0, 5, 10, 50, 150, 310));
      String policy = dice.seldom(6) ? "drop" : "accept";
      names.add("f" + i + hook);
      head.add(
          "add chain %s f%d%s { type %s hook %s priority %d; policy %s; }"
              .formatted(table, i, hook, type, hook, priority, policy));
    }
    for (String hook : List.of("prerouting", "output", "input", "postrouting")) {
      if (dice.seldom(2)) {
        names.add("n" + hook);
        List<Integer> priorities =
            hook.equals("prerouting") || hook.equals("output")
                ? List.of(-110, -101, -90, 20)
                : List.of(90, 101, 110);
        head.add(
            "add chain %s n%s { type nat hook %s priority %d; }"
                .formatted(table, hook, hook, dice.of(priorities)));
      }
    }
    return names;
  }

  /// nft refuses rules that contradict themselves: a rule is of one protocol and one family.
  private String rule(String chain) {
    String protocol = dice.of(List.of("tcp", "tcp", "udp", "udp", "icmp", "any"));
    List<String> matches = new ArrayList<>(ANY);
    matches.addAll(ofFamily(protocol));
    matches.addAll(
        switch (protocol) {
          case "tcp" -> TCP;
          case "udp" -> UDP;
          case "icmp" -> family.equals("ip6") ? PINGS6 : PINGS;
          default -> List.of("meta l4proto { tcp, udp }", "limit rate 1000/second");
        });
    StringBuilder rule = new StringBuilder();
    for (int i = dice.below(3); i > 0; i--) {
      rule.append(dice.of(matches)).append(' ');
    }
    if (dice.seldom(4)) {
      rule.append("counter ");
    }
    return rule + target(chain, protocol);
  }

  private List<String> ofFamily(String protocol) {
    boolean ipv6 = family.equals("ip6") || (family.equals("inet") && protocol.equals("udp"));
    if (ipv6 && family.equals("inet")) {
      return List.of("ip6 daddr 2001:db8:28::/64", "ip6 saddr 2001:db8:51::9", "meta nfproto ipv6");
    }
    String ip = ipv6 ? "ip6" : "ip";
    String client = ipv6 ? "2001:db8:51::9" : "198.51.100.9";
    String server = ipv6 ? "2001:db8:28::2" : "172.28.1.2";
    String host = ipv6 ? "2001:db8:51::1" : "198.51.100.1";
    List<String> matches =
        new ArrayList<>(
            List.of(
                ip + " saddr " + client,
                ip + " saddr != " + client,
                ip + " daddr " + server,
                ip + " daddr { " + server + ", " + host + " }",
                ip + " saddr @nets",
                ip + " saddr != @nets"));
    if (protocol.equals("tcp")) {
      matches.add(ip + " saddr . tcp dport @pairs");
    }
    return matches;
  }

  private String target(String chain, String protocol) {
    return chain.startsWith("n") ? translation(chain, protocol) : verdict(chain, protocol);
  }

  private String translation(String chain, String protocol) {
    boolean ipv6 = family.equals("ip6");
    String nat = family.equals("inet") ? "ip " : "";
    String server = ipv6 ? "[2001:db8:28::2]" : "172.28.1.2";
    if (chain.equals("nprerouting") || chain.equals("noutput")) {
      List<String> all = new ArrayList<>(List.of("return", "accept"));
      if (!(family.equals("inet") && protocol.equals("udp"))) {
        all.add("dnat " + nat + "to " + (ipv6 ? "2001:db8:28::3" : "172.28.1.3"));
      }
      if (protocol.equals("tcp")) {
        all.add("tcp dport 8080 dnat " + nat + "to " + server + ":80");
        all.add("dnat " + nat + "to tcp dport map @servers");
        all.add("tcp dport 443 redirect to :8080");
      }
      return dice.of(all);
    }
    String snat = "snat " + nat + "to " + (ipv6 ? "2001:db8:28::1" : "172.28.1.1");
    boolean onlyIpv6 = family.equals("inet") && protocol.equals("udp");
    String masquerade = chain.equals("ninput") ? "accept" : "masquerade";
    return dice.of(List.of(masquerade, onlyIpv6 ? masquerade : snat, "return"));
  }

  private String verdict(String chain, String protocol) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "accept",
                "drop",
                "return",
                "counter",
                "meta mark set 0x1",
                "meta mark set meta mark | 0x10",
                "meta mark set ct mark",
                "ct mark set 0x2",
                "log prefix \"x\"",
                "meta mark vmap { 0x1 : drop, 0x2-0x3 : accept }"));
    int depth = chain.startsWith("c") ? chain.charAt(1) - '0' : 0;
    for (int next = depth + 1; next <= 3; next++) {
      all.addAll(List.of("jump c" + next, "jump c" + next, "goto c" + next));
    }
    if (protocol.equals("tcp")) {
      all.add("tcp dport vmap { 80 : accept, 8000-9000 : return }");
    }
    if (depth < 2 && protocol.equals("tcp")) {
      all.add("tcp dport vmap @verdicts");
      all.add("oifname vmap { \"br0\" : jump c3, \"eth0\" : jump c2 }");
    }
    if (chain.contains("forward") || chain.contains("put")) {
      all.add("reject");
    }
    if (chain.contains("prerouting") || chain.contains("output")) {
      all.add("notrack");
    }
    return dice.of(all);
  }
}

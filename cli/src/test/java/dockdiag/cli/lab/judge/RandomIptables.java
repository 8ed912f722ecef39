package dockdiag.cli.lab.judge;

import dockdiag.cli.lab.judge.RuleText.Part;
import java.util.ArrayList;
import java.util.List;

/// Random tables of iptables as iptables-save would print them.
final class RandomIptables {

  private final Dice dice;
  private final String command;
  private final boolean ipv6;

  RandomIptables(Dice dice, String command) {
    this.dice = dice;
    this.command = command;
    this.ipv6 = command.startsWith("ip6");
  }

  List<Part> tables() {
    List<Part> parts = new ArrayList<>();
    parts.add(filter());
    if (dice.often()) {
      parts.add(nat());
    }
    if (dice.seldom(2)) {
      parts.add(mangle());
    }
    if (dice.seldom(3)) {
      parts.add(raw());
    }
    return parts;
  }

  private Part filter() {
    List<String> rules = new ArrayList<>();
    List<String> chains = List.of("FORWARD", "FORWARD", "INPUT", "OUTPUT", "C1", "C2", "C3");
    for (int i = 5 + dice.below(30); i > 0; i--) {
      String chain = dice.of(chains);
      List<String> targets =
          new ArrayList<>(List.of("ACCEPT", "DROP", "RETURN", "REJECT", "LOG", ""));
      deeper(chain).forEach(next -> targets.addAll(List.of(next, next, next)));
      rules.add(rule(chain, dice.of(targets)));
    }
    return part("filter", List.of("INPUT", "FORWARD", "OUTPUT"), 3, rules);
  }

  private static List<String> deeper(String chain) {
    List<String> all = List.of("C1", "C2", "C3");
    return all.subList(all.indexOf(chain) + 1, all.size());
  }

  private Part nat() {
    List<String> rules = new ArrayList<>();
    rules.add("-A PREROUTING -m addrtype --dst-type LOCAL -j C1");
    rules.add(
        "-A OUTPUT "
            + dice.of(List.of("", "! -d 127.0.0.0/8 ")).repeat(ipv6 ? 0 : 1)
            + "-m addrtype --dst-type LOCAL -j C1");
    for (int i = dice.below(12); i > 0; i--) {
      boolean source = dice.seldom(3);
      String chain =
          source
              ? dice.of(List.of("POSTROUTING", "POSTROUTING", "INPUT"))
              : dice.of(List.of("PREROUTING", "OUTPUT", "C1", "C1"));
      rules.add(source ? sourceRule(chain) : destinationRule(chain));
    }
    return part("nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"), 1, rules);
  }

  private String destinationRule(String chain) {
    String server =
        ipv6 ? "[2001:db8:28::" + (2 + dice.below(2)) + "]" : "172.28.1." + (2 + dice.below(2));
    String port = dice.of(List.of("", ":80", ":53", ":443"));
    String target =
        dice.of(
            List.of(
                "DNAT --to-destination "
                    + (port.isEmpty() ? server.replaceAll("[\\[\\]]", "") : server + port),
                "DNAT --to-destination " + server + ":80",
                "REDIRECT --to-ports 8080",
                "RETURN",
                "ACCEPT"));
    return "-A " + chain + " " + device(chain) + protocol() + " -j " + target;
  }

  private String sourceRule(String chain) {
    String address = ipv6 ? "2001:db8:28::1" : dice.of(List.of("172.28.1.1", "192.0.2.7"));
    String masquerade = chain.equals("INPUT") ? "ACCEPT" : "MASQUERADE";
    String target = dice.of(List.of(masquerade, "SNAT --to-source " + address, "RETURN"));
    return "-A " + chain + " " + addresses() + device(chain) + protocol() + " -j " + target;
  }

  private Part mangle() {
    List<String> rules = new ArrayList<>();
    for (int i = 1 + dice.below(8); i > 0; i--) {
      String chain =
          dice.of(
              List.of(
                  "PREROUTING", "PREROUTING", "FORWARD", "INPUT", "OUTPUT", "POSTROUTING", "C1"));
      String target =
          dice.of(
              List.of(
                  "MARK --set-xmark 0x1/0xffffffff",
                  "MARK --set-xmark 0x10/0x30",
                  "CONNMARK --set-xmark 0x2/0xf",
                  "CONNMARK --save-mark --nfmask 0xffffffff --ctmask 0xffffffff",
                  "CONNMARK --restore-mark --nfmask 0xf --ctmask 0xf",
                  "ACCEPT",
                  "RETURN",
                  chain.equals("C1") ? "DROP" : "C1"));
      rules.add(rule(chain, target));
    }
    return part(
        "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"), 1, rules);
  }

  private Part raw() {
    List<String> rules = new ArrayList<>();
    for (int i = 1 + dice.below(4); i > 0; i--) {
      String chain = dice.of(List.of("PREROUTING", "OUTPUT"));
      rules.add(rule(chain, dice.of(List.of("CT --notrack", "ACCEPT", "DROP", ""))));
    }
    return part("raw", List.of("PREROUTING", "OUTPUT"), 0, rules);
  }

  private Part part(String table, List<String> base, int own, List<String> rules) {
    List<String> head = new ArrayList<>(List.of("*" + table));
    for (String chain : base) {
      boolean may = table.equals("filter") && dice.seldom(4);
      head.add(":" + chain + (may ? " DROP [0:0]" : " ACCEPT [0:0]"));
    }
    for (int i = 1; i <= own; i++) {
      head.add(":C" + i + " - [0:0]");
    }
    return new Part(command, head, rules, List.of("COMMIT"));
  }

  private String rule(String chain, String target) {
    StringBuilder rule = new StringBuilder("-A " + chain + " ");
    rule.append(addresses()).append(device(chain));
    String protocol = target.equals("REJECT") || dice.often() ? protocol() : "";
    if (protocol.isEmpty() && dice.seldom(4)) {
      protocol = ping();
    }
    rule.append(protocol).append(extension(protocol));
    if (!target.isEmpty()) {
      rule.append(
          target.startsWith("C") && dice.seldom(6) && target.length() == 2 ? " -g " : " -j ");
      rule.append(target);
    }
    return rule.toString();
  }

  private String addresses() {
    List<String> sources =
        ipv6
            ? List.of("-s 2001:db8:51::/64 ", "! -s 2001:db8:51::9/128 ", "-s fe80::/10 ")
            : List.of(
                "-s 198.51.100.0/24 ",
                "-s 198.51.100.9/32 ",
                "! -s 203.0.113.0/24 ",
                "-s 172.29.1.0/24 ",
                "-s 10.0.0.0/8 ");
    List<String> destinations =
        ipv6
            ? List.of("-d 2001:db8:28::2/128 ", "! -d 2001:db8:28::/64 ")
            : List.of("-d 172.28.1.2/32 ", "! -d 172.28.1.3/32 ", "-d 172.28.1.0/24 ");
    return (dice.seldom(2) ? dice.of(sources) : "") + (dice.seldom(2) ? dice.of(destinations) : "");
  }

  private String device(String chain) {
    List<String> in = List.of("-i eth0 ", "! -i br0 ", "-i br+ ", "! -i docker+ ", "-i lo ");
    List<String> out = List.of("-o br0 ", "! -o eth0 ", "-o e+ ", "! -o lo ");
    List<String> both =
        List.of("-o br0 ", "! -o eth0 ", "-o e+ ", "-i eth0 -o br0 ", "-i lan0 -o lan0 ");
    if (!dice.seldom(3)) {
      return "";
    }
    return dice.of(
        switch (chain) {
          case "FORWARD" -> both;
          case "OUTPUT", "POSTROUTING" -> out;
          default -> in;
        });
  }

  private String ping() {
    String name = ipv6 ? "-p ipv6-icmp -m icmp6 --icmpv6-type " : "-p icmp -m icmp --icmp-type ";
    return name + dice.of(ipv6 ? List.of("128", "129", "1/4") : List.of("8", "0", "any", "8/0"));
  }

  private String protocol() {
    String port = dice.of(List.of("80", "53", "1:1024", "8080", "443"));
    String name = dice.of(List.of("tcp", "udp"));
    return dice.of(
        List.of(
            "-p " + name + " -m " + name + " --dport " + port,
            "-p " + name + " -m " + name + " ! --dport " + port,
            "-p " + name,
            "-p " + name + " -m multiport --dports 53,80,8000:9000",
            "-p " + name + " -m multiport ! --ports 53,443"));
  }

  private String extension(String protocol) {
    if (!dice.seldom(2)) {
      return "";
    }
    List<String> all =
        new ArrayList<>(
            List.of(
                " -m conntrack --ctstate NEW",
                " -m conntrack --ctstate RELATED,ESTABLISHED",
                " -m conntrack ! --ctstate INVALID",
                " -m conntrack --ctstate INVALID,UNTRACKED",
                " -m conntrack --ctstate DNAT",
                " -m conntrack ! --ctstate DNAT,ESTABLISHED",
                " -m conntrack --ctdir ORIGINAL",
                " -m conntrack --ctorigdstport 8080",
                " -m addrtype --dst-type LOCAL",
                " -m mark --mark 0x1",
                " -m mark ! --mark 0x0/0x3",
                " -m connmark --mark 0x2/0x2",
                " -m physdev --physdev-in left",
                " -m physdev ! --physdev-in left",
                " -m physdev --physdev-is-in",
                " -m physdev ! --physdev-is-bridged",
                " -m physdev --physdev-out right --physdev-is-bridged",
                " -m comment --comment \"a -j DROP \\\" b\""));
    all.addAll(sets());
    if (!ipv6) {
      all.add(" -m addrtype ! --dst-type LOCAL,BROADCAST");
      all.add(" -m conntrack --ctorigdst 198.51.100.1/32");
      all.add(" -m iprange --src-range 198.51.100.2-198.51.100.8");
    }
    if (protocol.startsWith("-p tcp")) {
      all.add(" -m tcp --tcp-flags FIN,SYN,RST,ACK SYN");
      all.add(" -m tcp ! --tcp-flags SYN SYN");
    }
    if (dice.seldom(20)) {
      all.add(" -m limit --limit 5/sec");
    }
    return dice.of(all);
  }

  /// Of those that [Judge] makes.
  private List<String> sets() {
    List<String> asked =
        ipv6
            ? List.of("nets6 src", "nets6 dst", "ports dst")
            : List.of("hosts src", "hosts dst", "nets src", "doors dst,dst", "ports dst");
    return asked.stream()
        .map(one -> " -m set" + (dice.seldom(3) ? " !" : "") + " --match-set " + one)
        .toList();
  }
}

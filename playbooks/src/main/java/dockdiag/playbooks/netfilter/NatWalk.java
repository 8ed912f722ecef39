package dockdiag.playbooks.netfilter;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The DNAT rules on the way of a packet for an address and port of the host, in order.
///
/// It begins at a base chain and follows plain jumps. It evaluates no other rule: what a RETURN
/// or an ACCEPT before them takes away is not seen here.
final class NatWalk {

  /// A DNAT rule.
  ///
  /// @param takesAll whether it asks for nothing but what this packet has
  record Hit(DnatRule rule, boolean takesAll) {}

  /// The engine's own table where it speaks to nft itself, since engine 29.
  private static final String ENGINE_TABLE = "docker-bridges";

  /// What every packet for a published port has: its destination is the host, and it does not come
  /// from a link-local address.
  private static final Set<String> HARMLESS =
      Set.of("-m addrtype", "--dst-type LOCAL", "! -s fe80::/10");

  private final Address asked;
  private final Port port;
  private final List<Hit> hits = new ArrayList<>();
  private final Set<String> walked = new HashSet<>();

  private NatWalk(Address asked, Port port) {
    this.asked = asked;
    this.port = port;
  }

  /// @param hook the chain that the packet meets first
  static List<Hit> hits(Ruleset ruleset, String hook, Address asked, Port port) {
    NatWalk walk = new NatWalk(asked, port);
    for (Table table : ruleset.tables()) {
      switch (table.backend()) {
        case IPTABLES_NFT, IPTABLES_LEGACY -> {
          if (table.name().equals("nat")) {
            walk.chain(table, hook, true);
          }
        }
        case NFTABLES -> {
          if (isOf(table.family(), asked)) {
            walk.table(table);
          }
        }
      }
    }
    return List.copyOf(walk.hits);
  }

  private static boolean isOf(Family family, Address asked) {
    return family == Family.INET || family == (asked.isIpv6() ? Family.IP6 : Family.IP);
  }

  /// Whether what comes for the host still meets the engine's chain.
  static boolean reachesEngineChain(Table nat) {
    return List.of("PREROUTING", "OUTPUT").stream()
        .allMatch(
            hook ->
                chain(nat, hook).stream()
                    .flatMap(chain -> chain.rules().stream())
                    .anyMatch(rule -> jump(rule).equals(Optional.of("DOCKER"))));
  }

  private void chain(Table table, String name, boolean always) {
    Optional<Chain> chain = chain(table, name);
    if (chain.isEmpty() || !walked.add(name + always)) {
      return;
    }
    for (Rule rule : chain.get().rules()) {
      dnat(table, name, rule, always);
      Optional<String> next = jump(rule);
      if (next.isPresent() && mayMatch(rule)) {
        chain(table, next.get(), always && matches(rule));
      }
    }
  }

  private void dnat(Table table, String chain, Rule rule, boolean always) {
    if (isForAnotherPort(rule)) {
      return;
    }
    DnatRule.of(table, chain, rule)
        .filter(one -> one.isFor(port.protocol(), asked, port.number()))
        .ifPresent(one -> hits.add(new Hit(one, always && asksForNothingElse(one))));
  }

  /// Told by the text, before the rule is read: of many ports, each has a rule of its own.
  private boolean isForAnotherPort(Rule rule) {
    return rule.options().stream()
        .filter(option -> option.name().equals("--dport") && !option.negated())
        .map(Option::value)
        .anyMatch(
            value ->
                value.chars().allMatch(Character::isDigit)
                    && !value.equals(String.valueOf(port.number())));
  }

  /// Who jumps where in a native table is not modelled: only the engine's own chain surely counts.
  private void table(Table table) {
    for (Chain chain : table.chains()) {
      for (Rule rule : chain.rules()) {
        dnat(table, chain.name(), rule, table.name().equals(ENGINE_TABLE));
      }
    }
  }

  private static boolean asksForNothingElse(DnatRule rule) {
    boolean anyUplink = rule.inInterface().map(DnatRule.Interface::negated).orElse(true);
    return anyUplink && HARMLESS.containsAll(rule.others());
  }

  private static Optional<Chain> chain(Table table, String name) {
    return table.chains().stream().filter(chain -> chain.name().equals(name)).findFirst();
  }

  private static Optional<String> jump(Rule rule) {
    return rule.options().stream()
        .filter(option -> option.name().equals("-j") || option.name().equals("-g"))
        .map(Option::value)
        .findFirst();
  }

  private boolean mayMatch(Rule rule) {
    return rule.options().stream()
        .filter(option -> option.name().equals("-d"))
        .allMatch(this::isMeant);
  }

  private boolean matches(Rule rule) {
    return rule.options().stream()
        .allMatch(
            option ->
                switch (option.name()) {
                  case "-j", "-g", "-d", "--comment" -> true;
                  case "-m" -> Set.of("addrtype", "comment").contains(option.value());
                  case "--dst-type" -> !option.negated() && option.value().equals("LOCAL");
                  default -> false;
                });
  }

  private boolean isMeant(Option destination) {
    String value = destination.value();
    String text = value.indexOf('/') > 0 ? value : value + (asked.isIpv6() ? "/128" : "/32");
    return Subnet.parse(text)
        .map(subnet -> subnet.contains(asked) != destination.negated())
        .orElse(true);
  }
}

package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Operand.Span;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Understands the matches of iptables-extensions(8), one option after the other.
final class SaveModules {

  private SaveModules() {}

  static List<? extends Statement> matches(SaveOptions group) {
    return switch (group.head().value()) {
      case "comment" -> List.of();
      case "limit", "hashlimit", "statistic", "quota", "connlimit", "connbytes", "time" ->
          List.of(new Match.Chance(group.text()));
      case "recent" -> recent(group);
      case "set" -> List.of(member(group));
      case "rpfilter" -> List.of(reversePath(group));
      case "addrtype" -> SaveAddressType.matches(group);
      case "conntrack", "state" -> each(group, SaveConntrack::match);
      default -> each(group, option -> match(group.head().value(), option));
    };
  }

  private static List<Match> each(
      SaveOptions group, java.util.function.Function<Option, Match> reading) {
    return group.rest().stream().map(reading).toList();
  }

  private static Match match(String module, Option option) {
    return switch (module) {
      case "tcp", "udp", "udplite", "sctp", "dccp" -> transport(option);
      case "icmp" -> icmp(Key.ICMP_TYPE, Key.ICMP_CODE, option, "--icmp-type");
      case "icmp6" -> icmp(Key.ICMPV6_TYPE, Key.ICMPV6_CODE, option, "--icmpv6-type");
      case "multiport" -> multiport(option);
      case "iprange" -> range(option);
      case "mark" -> mark(Key.MARK, option);
      case "connmark" -> mark(Key.CT_MARK, option);
      case "mac" -> named(Key.ETHER_SADDR, option, "--mac-source");
      case "pkttype" -> packetType(option);
      case "physdev" -> physdev(option);
      case "owner" -> owner(option);
      case "length" -> numbers(Key.LENGTH, option, "--length");
      case "ttl" -> numbers(Key.TTL, option, "--ttl-eq");
      case "rt" -> numbers(Key.ROUTING_TYPE, option, "--rt-type");
      case "hl" -> numbers(Key.TTL, option, "--hl-eq");
      default -> throw new IllegalArgumentException(module);
    };
  }

  private static Match transport(Option option) {
    return switch (option.name()) {
      case "--sport" -> SaveMatches.is(Key.SPORT, SaveValues.ports(option.value()), option);
      case "--dport" -> SaveMatches.is(Key.DPORT, SaveValues.ports(option.value()), option);
      case "--tcp-flags" -> flags(option);
      case "--syn" -> new Match.Bits(Key.TCP_FLAGS, 0x17, 0x02, option.negated());
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  private static Match flags(Option option) {
    return new Match.Bits(
        Key.TCP_FLAGS,
        flagBits(option.value()),
        flagBits(option.values().get(1)),
        option.negated());
  }

  private static long flagBits(String text) {
    return switch (text) {
      case "NONE" -> 0;
      case "ALL" -> 0x3f;
      default -> SaveValues.bits(Key.TCP_FLAGS, SaveValues.words(text).stream());
    };
  }

  /// `8`, `3/1` with a code, `any`.
  private static Match icmp(Key type, Key code, Option option, String name) {
    expect(option, name);
    if (option.value().equals("any")) {
      return SaveMatches.is(type, Operand.between(0, 255), option);
    }
    String[] parts = option.value().split("/", 2);
    Operand kind = Operand.one(SaveValues.number(parts[0]));
    if (parts.length == 1) {
      return SaveMatches.is(type, kind, option);
    }
    List<Operand> both = List.of(kind, Operand.one(SaveValues.number(parts[1])));
    Elements one = new Elements.Listed(List.of(new Element(both, new Elements.Data.None())));
    return new Match.Among(List.of(type, code), one, option.negated());
  }

  private static Match multiport(Option option) {
    List<Span> ports = Stream.of(option.value().split(",")).map(SaveValues::ports).toList();
    return switch (option.name()) {
      case "--sports" -> Match.is(Key.SPORT, ports, option.negated());
      case "--dports" -> Match.is(Key.DPORT, ports, option.negated());
      case "--ports" ->
          new Match.AnyOf(
              List.of(Match.is(Key.SPORT, ports, false), Match.is(Key.DPORT, ports, false)),
              option.negated());
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  private static Match range(Option option) {
    return switch (option.name()) {
      case "--src-range" -> SaveMatches.is(Key.SADDR, SaveValues.range(option.value()), option);
      case "--dst-range" -> SaveMatches.is(Key.DADDR, SaveValues.range(option.value()), option);
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  private static Match mark(Key key, Option option) {
    expect(option, "--mark");
    long[] value = SaveValues.masked(option.value());
    return new Match.Bits(key, value[1], value[0], option.negated());
  }

  private static Match packetType(Option option) {
    String type = option.value().equals("unicast") ? "host" : option.value();
    expect(option, "--pkt-type");
    return SaveMatches.is(Key.PKTTYPE, new Name(type), option);
  }

  private static Match physdev(Option option) {
    return switch (option.name()) {
      case "--physdev-in" ->
          SaveMatches.is(Key.PHYSDEV_IN, SaveValues.device(option.value()), option);
      case "--physdev-out" ->
          SaveMatches.is(Key.PHYSDEV_OUT, SaveValues.device(option.value()), option);
      case "--physdev-is-bridged" -> SaveMatches.is(Key.PHYSDEV_BRIDGED, Operand.one(1), option);
      // no bridge port: an empty name
      case "--physdev-is-in" -> Match.is(Key.PHYSDEV_IN, List.of(new Name("")), !option.negated());
      case "--physdev-is-out" ->
          Match.is(Key.PHYSDEV_OUT, List.of(new Name("")), !option.negated());
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  private static Match owner(Option option) {
    Key key =
        switch (option.name()) {
          case "--uid-owner" -> Key.SKUID;
          case "--gid-owner" -> Key.SKGID;
          default -> throw new IllegalArgumentException(option.name());
        };
    Match owned = Match.is(key, SaveValues.ports(option.value().replace('-', ':')));
    // what nobody here has sent is of no other owner either, and thus passes (xt_owner)
    return option.negated() ? new Match.AnyOf(List.of(owned), true) : owned;
  }

  private static Match numbers(Key key, Option option, String name) {
    expect(option, name);
    return SaveMatches.is(key, SaveValues.ports(option.value()), option);
  }

  private static Match named(Key key, Option option, String name) {
    expect(option, name);
    return SaveMatches.is(key, new Name(option.value().toLowerCase(Locale.ROOT)), option);
  }

  /// `--set` alone always holds.
  private static List<Match> recent(SaveOptions group) {
    boolean sets = group.rest().stream().anyMatch(o -> o.name().equals("--set") && !o.negated());
    return sets ? List.of() : List.of(new Match.Chance(group.text()));
  }

  /// Strict alone; other options ask otherwise.
  private static Match reversePath(SaveOptions group) {
    List<String> options = group.rest().stream().map(Option::name).toList();
    if (options.isEmpty() || options.equals(List.of("--invert"))) {
      return Match.is(Key.REVERSE_PATH, List.of(Operand.one(1)), !options.isEmpty());
    }
    throw new IllegalArgumentException(group.text());
  }

  /// `--match-set blocked src,dst`; options that ask for counters, too, ask more.
  private static Match member(SaveOptions group) {
    Option option = group.rest().getFirst();
    expect(option, "--match-set");
    if (group.rest().size() > 1 || option.values().size() != 2) {
      throw new IllegalArgumentException(group.text());
    }
    List<Match.Side> sides =
        Stream.of(option.values().getLast().split(",")).map(SaveModules::side).toList();
    return new Match.Member(option.value(), sides, option.negated());
  }

  private static Match.Side side(String flag) {
    return switch (flag) {
      case "src" -> Match.Side.SOURCE;
      case "dst" -> Match.Side.DESTINATION;
      default -> throw new IllegalArgumentException(flag);
    };
  }

  private static void expect(Option option, String name) {
    if (!option.name().equals(name)) {
      throw new IllegalArgumentException(option.name());
    }
  }
}

package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.netfilter.Operand.Span;
import dockdiag.probes.netfilter.Target.Rewrite;
import java.util.List;
import java.util.Optional;

/// Understands every statement of nft but `match`.
final class NftTargets {

  private NftTargets() {}

  static List<Statement> target(String name, Json value) {
    return switch (name) {
      case "counter", "comment" -> List.of();
      case "log",
          "last",
          "dup",
          "flow",
          "secmark",
          "ct helper",
          "ct timeout",
          "ct expectation",
          "reset" ->
          List.of(new Target.Harmless(name));
      case "limit", "quota", "ct count", "meter", "connlimit" ->
          List.of(new Match.Chance(text(name, value)));
      case "set", "map" -> update(name, value);
      case "mangle" -> mangle(value);
      case "notrack" -> List.of(new Target.Notrack());
      case "vmap" -> lookup(value);
      case "dnat" -> nat(value, Target.Dnat::new);
      case "snat" -> nat(value, Target.Snat::new);
      case "masquerade" -> List.of(new Target.Masquerade(ports(value)));
      case "redirect" -> List.of(new Target.Redirect(ports(value)));
      case "reject" -> reject(value);
      case "xt" -> List.of(extension(name, value));
      default -> List.of(verdict(name, value));
    };
  }

  static Target verdict(String name, Json value) {
    return switch (name) {
      case "accept" -> new Target.Accept();
      case "drop" -> new Target.Drop();
      case "return" -> new Target.Return();
      case "continue" -> new Target.Continue();
      case "jump" -> new Target.Jump(NftOperands.text(value.member("target")));
      case "goto" -> new Target.Goto(NftOperands.text(value.member("target")));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// A packet of no connection has no mark to take from it: the rule ends there.
  private static List<Statement> mangle(Json value) {
    Target target = NftMangle.target(value);
    return target instanceof Target.RestoreMark
        ? List.of(new Match.Bits(Key.CT_MARK, 0, 0, false), target)
        : List.of(target);
  }

  /// An element is added; a limit on that decides whether the rule goes on.
  private static List<Statement> update(String name, Json value) {
    return List.of(
        value.member("stmt").isAbsent()
            ? new Target.Harmless(text(name, value))
            : new Match.Chance(text(name, value)));
  }

  private static Statement extension(String name, Json value) {
    return value.at("type").text().equals("match")
        ? new Match.Unmodelled(text(name, value))
        : new Target.Unmodelled(text(name, value));
  }

  /// Of ICMP the kernel asks for the family first, which nft does not list
  /// (stmt_reject_postprocess of nftables' src/netlink_delinearize.c).
  private static List<Statement> reject(Json value) {
    String type = value.member("type").literal().orElse("");
    String with = value.member("expr").literal().orElse("");
    Target reject = new Target.Reject((type + " " + with).strip());
    return switch (type) {
      case "icmp" -> List.of(Match.is(Key.NFPROTO, new Operand.Name("ipv4")), reject);
      case "icmpv6" -> List.of(Match.is(Key.NFPROTO, new Operand.Name("ipv6")), reject);
      default -> List.of(reject);
    };
  }

  private static List<Statement> lookup(Json vmap) {
    NftKeys keys = NftKeys.of(vmap.at("key"));
    return NftMatches.with(
        keys, new Target.Lookup(keys.keys(), NftSets.of(keys.keys(), vmap.at("data"))));
  }

  private interface Nat {
    Target to(Rewrite rewrite);
  }

  private static List<Statement> nat(Json value, Nat nat) {
    Optional<Family> family = value.member("family").literal().flatMap(Family::named);
    Json map = value.member("addr").member("map");
    if (map.isAbsent()) {
      return List.of(nat.to(new Rewrite(family, address(value), ports(value), Optional.empty())));
    }
    NftKeys keys = NftKeys.of(map.at("key"));
    Target.Lookup lookup = new Target.Lookup(keys.keys(), NftSets.of(keys.keys(), map.at("data")));
    return NftMatches.with(
        keys, nat.to(new Rewrite(family, Optional.empty(), ports(value), Optional.of(lookup))));
  }

  private static Optional<Span> address(Json value) {
    Json address = value.member("addr");
    if (address.isAbsent()) {
      return Optional.empty();
    }
    if (NftOperands.one(Key.DADDR, address) instanceof Span span) {
      return Optional.of(span);
    }
    throw new IllegalArgumentException("no address");
  }

  private static Optional<PortRange> ports(Json value) {
    String flags = value.member("flags").isAbsent() ? "" : value.member("flags").element() + "";
    if (flags.contains("random")) {
      return Optional.of(new PortRange(1, 65_535));
    }
    Json port = value.member("port");
    if (port.isAbsent()) {
      return Optional.empty();
    }
    if (NftOperands.one(Key.DPORT, port) instanceof Span(var first, var last)) {
      return Optional.of(SaveValues.targetPorts(first + "-" + last));
    }
    throw new IllegalArgumentException("no port");
  }

  private static String text(String name, Json value) {
    return name + " " + value.element();
  }
}

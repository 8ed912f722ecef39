package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import dockdiag.probes.netfilter.Operand.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The fields that an expression of nft reads, and what it asks by that: `tcp dport` of TCP alone.
record NftKeys(List<Match> implied, List<Key> keys) {

  private static final Match IPV4 = Match.is(Key.NFPROTO, new Name("ipv4"));
  private static final Match IPV6 = Match.is(Key.NFPROTO, new Name("ipv6"));

  static NftKeys of(Json expression) {
    Map.Entry<String, Json> only = NftStatements.only(expression);
    Json value = only.getValue();
    return switch (only.getKey()) {
      case "concat" -> concat(value);
      case "payload" -> payload(value);
      case "meta" -> plain(meta(word(value, "key")));
      case "ct" -> conntrack(value);
      case "numgen", "jhash", "symhash" -> plain(Key.CHANCE);
      case "fib" -> plain(fib(value));
      default -> throw new IllegalArgumentException(only.getKey());
    };
  }

  /// The field of an expression that reads one alone.
  Key only() {
    if (keys.size() != 1) {
      throw new IllegalArgumentException("several fields");
    }
    return keys.getFirst();
  }

  private static NftKeys concat(Json parts) {
    List<Match> implied = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    for (Json part : parts.items()) {
      NftKeys one = of(part);
      implied.addAll(one.implied);
      keys.addAll(one.keys);
    }
    return new NftKeys(implied, keys);
  }

  private static NftKeys payload(Json payload) {
    String protocol = word(payload, "protocol");
    String field = word(payload, "field");
    return switch (protocol) {
      case "ip" -> new NftKeys(List.of(IPV4), List.of(network(field)));
      case "ip6" -> new NftKeys(List.of(IPV6), List.of(network(field)));
      case "tcp", "udp", "sctp", "udplite", "dccp" ->
          new NftKeys(List.of(transport(protocol)), List.of(port(field)));
      case "th" -> plain(port(field));
      case "icmp", "icmpv6" -> icmp(protocol, field);
      case "ether" -> plain(ethernet(field));
      default -> throw new IllegalArgumentException(protocol);
    };
  }

  private static Match transport(String protocol) {
    return Match.is(Key.L4PROTO, Operand.one(Key.L4PROTO.bit(protocol)));
  }

  private static NftKeys icmp(String protocol, String field) {
    if (!field.equals("type") && !field.equals("code")) {
      throw new IllegalArgumentException(field);
    }
    Key key = Key.valueOf((protocol + "_" + field).toUpperCase(Locale.ROOT));
    return new NftKeys(List.of(transport(protocol)), List.of(key));
  }

  private static Key ethernet(String field) {
    return switch (field) {
      case "saddr" -> Key.ETHER_SADDR;
      case "type" -> Key.ETHER_TYPE;
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static Key network(String field) {
    return switch (field) {
      case "saddr" -> Key.SADDR;
      case "daddr" -> Key.DADDR;
      case "protocol", "nexthdr" -> Key.L4PROTO;
      case "ttl", "hoplimit" -> Key.TTL;
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static Key port(String field) {
    return switch (field) {
      case "sport" -> Key.SPORT;
      case "dport" -> Key.DPORT;
      case "flags" -> Key.TCP_FLAGS;
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static Key meta(String key) {
    return switch (key) {
      case "iifname", "iif" -> Key.IIFNAME;
      case "oifname", "oif" -> Key.OIFNAME;
      case "ibrname", "ibridgename" -> Key.IBRNAME;
      case "obrname", "obridgename" -> Key.OBRNAME;
      case "protocol" -> Key.ETHER_TYPE;
      case "mark", "l4proto", "nfproto", "skuid", "skgid", "pkttype", "length" ->
          Key.valueOf(key.toUpperCase(Locale.ROOT));
      default -> throw new IllegalArgumentException(key);
    };
  }

  private static NftKeys conntrack(Json ct) {
    String key = word(ct, "key");
    String direction = ct.member("dir").literal().orElse("");
    if (direction.isEmpty()) {
      return plain(
          switch (key) {
            case "state", "status", "mark", "direction" ->
                Key.valueOf("CT_" + key.toUpperCase(Locale.ROOT));
            case "protocol" -> Key.CT_L4PROTO;
            default -> throw new IllegalArgumentException(key);
          });
    }
    List<Match> implied =
        key.startsWith("ip ") ? List.of(IPV4) : key.startsWith("ip6 ") ? List.of(IPV6) : List.of();
    String name =
        switch (key.substring(key.indexOf(' ') + 1)) {
          case "saddr" -> "SADDR";
          case "daddr" -> "DADDR";
          case "proto-src" -> "SPORT";
          case "proto-dst" -> "DPORT";
          default -> throw new IllegalArgumentException(key);
        };
    return new NftKeys(
        implied, List.of(Key.valueOf("CT_" + direction.toUpperCase(Locale.ROOT) + "_" + name)));
  }

  private static Key fib(Json fib) {
    List<String> flags =
        fib.at("flags").isArray() ? fib.at("flags").texts() : List.of(fib.at("flags").text());
    if (word(fib, "result").equals("oif") && flags.containsAll(List.of("saddr", "iif"))) {
      return Key.REVERSE_PATH;
    }
    if (!word(fib, "result").equals("type")) {
      throw new IllegalArgumentException("fib");
    }
    if (flags.equals(List.of("daddr"))) {
      return Key.FIB_DADDR_TYPE;
    }
    if (flags.equals(List.of("saddr"))) {
      return Key.FIB_SADDR_TYPE;
    }
    if (flags.equals(List.of("daddr", "iif"))) {
      return Key.FIB_DADDR_TYPE_IIF;
    }
    throw new IllegalArgumentException("fib " + flags);
  }

  private static NftKeys plain(Key key) {
    return new NftKeys(List.of(), List.of(key));
  }

  private static String word(Json object, String member) {
    return object
        .member(member)
        .literal()
        .orElseThrow(() -> new IllegalArgumentException("no " + member));
  }
}

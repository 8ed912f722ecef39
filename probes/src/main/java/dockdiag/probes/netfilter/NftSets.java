package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import dockdiag.probes.netfilter.Elements.Data;
import dockdiag.probes.netfilter.Elements.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads sets and maps of nft: those of a table, and those that stand in a rule.
final class NftSets {

  private NftSets() {}

  /// The elements of a set or map of a table; what is not modelled is one element without parts.
  static List<Element> elements(Json set) {
    try {
      List<Key> keys = keys(set.at("type"));
      return set.at("elem").items().stream().map(element -> element(keys, element)).toList();
    } catch (IllegalArgumentException notModelled) {
      return List.of(new Element(List.of(), new Data.None()));
    }
  }

  /// Elements of a rule's own, `{"set": […]}`, or the name of a table's, `@name`.
  static Elements of(List<Key> keys, Json value) {
    if (!value.isObject()) {
      String name = NftOperands.text(value);
      if (!name.startsWith("@")) {
        throw new IllegalArgumentException(name);
      }
      return new Elements.Named(name.substring(1));
    }
    List<Element> elements =
        value.member("set").items().stream().map(element -> element(keys, element)).toList();
    return new Elements.Listed(elements);
  }

  private static Element element(List<Key> keys, Json element) {
    if (element.isArray()) {
      List<Json> pair = element.items();
      if (pair.size() != 2) {
        throw new IllegalArgumentException("no pair");
      }
      return new Element(NftOperands.parts(keys, bare(pair.get(0))), data(pair.get(1)));
    }
    return new Element(NftOperands.parts(keys, bare(element)), new Data.None());
  }

  /// An element with a time-out or a counter is wrapped.
  private static Json bare(Json element) {
    Json wrapped = element.member("elem").member("val");
    return wrapped.isAbsent() ? element : wrapped;
  }

  private static Data data(Json value) {
    if (value.isObject()) {
      String name = NftStatements.only(value).getKey();
      if (!name.equals("concat") && !name.equals("range") && !name.equals("prefix")) {
        return new Data.Verdict(NftTargets.verdict(name, value.at(name)));
      }
    }
    List<Operand> parts = new ArrayList<>();
    for (Json part : value.isObject() ? value.member("concat").items() : List.of(value)) {
      String text = NftOperands.text(part);
      Key key = text.matches("\\d{1,18}") ? Key.DPORT : Key.DADDR;
      parts.add(NftOperands.one(key, part));
    }
    return new Data.Value(parts);
  }

  private static List<Key> keys(Json type) {
    List<Key> keys = new ArrayList<>();
    for (String name : type.isArray() ? type.texts() : List.of(type.text())) {
      keys.add(key(name.toLowerCase(Locale.ROOT)));
    }
    return keys;
  }

  /// Any field of that type: it tells how values are written.
  private static Key key(String type) {
    return switch (type) {
      case "ipv4_addr", "ipv6_addr" -> Key.SADDR;
      case "inet_service" -> Key.DPORT;
      case "inet_proto" -> Key.L4PROTO;
      case "ifname", "iface_index" -> Key.IIFNAME;
      case "mark" -> Key.MARK;
      case "ether_addr" -> Key.ETHER_SADDR;
      case "ct_state" -> Key.CT_STATE;
      case "icmp_type", "icmp_code", "icmpv6_type", "icmpv6_code" ->
          Key.valueOf(type.toUpperCase(Locale.ROOT));
      case "fib_addrtype" -> Key.FIB_DADDR_TYPE;
      default -> throw new IllegalArgumentException(type);
    };
  }
}

package dockdiag.probes.route;

import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.RoutingRule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads `ip -j rule` and `ip -j route`, iproute2 5 to 6.
final class RoutingReading {

  private static final Set<String> KNOWN =
      Set.of(
          "priority",
          "not",
          "src",
          "srclen",
          "dst",
          "dstlen",
          "iif",
          "fwmark",
          "fwmask",
          "table",
          "protocol");

  private final IpVersion version;

  RoutingReading(IpVersion version) {
    this.version = version;
  }

  List<RoutingRule> rules(Json all) {
    return all.items(this::rule);
  }

  private RoutingRule rule(Json rule) {
    List<String> other = new ArrayList<>();
    rule.members()
        .forEach(
            (name, value) -> {
              if (!KNOWN.contains(name)) {
                other.add(name + " " + value.element());
              }
            });
    return new RoutingRule(
        rule.at("priority").integer(),
        rule.members().containsKey("not"),
        network(rule, "src", "srclen"),
        network(rule, "dst", "dstlen"),
        rule.at("iif").text(Optional::of),
        mark(rule),
        rule.at("table").text(),
        String.join(" ", other));
  }

  private Optional<Subnet> network(Json rule, String member, String length) {
    String address = rule.at(member).text();
    if (address.isEmpty() || address.equals("all")) {
      return Optional.empty();
    }
    String bits = rule.at(length).literal().orElse(version == IpVersion.V4 ? "32" : "128");
    return Optional.of(
        Subnet.parse(address + "/" + bits).orElseThrow(() -> rule.misread("no network")));
  }

  private static Optional<Mark> mark(Json rule) {
    if (rule.at("fwmark").isAbsent()) {
      return Optional.empty();
    }
    String mask = rule.at("fwmask").literal().orElse("0xffffffff");
    return Optional.of(new Mark(number(rule, rule.at("fwmark").text()), number(rule, mask)));
  }

  private static long number(Json rule, String text) {
    try {
      return Long.decode(text);
    } catch (NumberFormatException noNumber) {
      throw rule.misread("no mark");
    }
  }

  List<TableRoute> routes(Json all) {
    return all.items(this::route);
  }

  private TableRoute route(Json route) {
    Json hop = route.at("nexthops").isAbsent() ? route : route.at("nexthops").items().getFirst();
    List<String> flags = hop.at("flags").isArray() ? hop.at("flags").texts() : List.of();
    return new TableRoute(
        route.at("table").text().isEmpty() ? "main" : route.at("table").text(),
        type(route),
        destination(route),
        hop.at("gateway").text(Address::parse),
        hop.at("dev").text(),
        route.at("prefsrc").text(Address::parse),
        route.at("metric").integer(),
        !flags.contains("linkdown") && !flags.contains("dead"));
  }

  private static TableRoute.Type type(Json route) {
    String name = route.at("type").text();
    try {
      return name.isEmpty()
          ? TableRoute.Type.UNICAST
          : TableRoute.Type.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw route.misread("no such type of route");
    }
  }

  private Subnet destination(Json route) {
    String text = route.at("dst").text();
    String any = version == IpVersion.V4 ? "0.0.0.0/0" : "::/0";
    String whole = version == IpVersion.V4 ? "/32" : "/128";
    String written = text.equals("default") ? any : text.contains("/") ? text : text + whole;
    return Subnet.parse(written).orElseThrow(() -> route.misread("no destination"));
  }
}

package dockdiag.probes.netfilter;

import dockdiag.probes.Unobservable;
import dockdiag.probes.json.Json;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads `nft -j list ruleset`, libnftables-json(5), schema 1.
///
/// What a rule says that iptables could say too becomes an option of iptables' name; every other
/// statement becomes an option named as in JSON, with its JSON as the value.
final class NftReading implements Json.Gathering<Ruleset> {

  private final Map<String, Json> tables = new LinkedHashMap<>();
  private final Map<String, List<Json>> chains = new LinkedHashMap<>();
  private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Element>>> sets = new LinkedHashMap<>();

  private NftReading() {}

  static Ruleset ruleset(String what, String text) throws Unobservable {
    return Json.each(what, text, "nftables", new NftReading());
  }

  @Override
  public void add(Json object) {
    object
        .members()
        .forEach(
            (kind, value) -> {
              switch (kind) {
                case "table" -> tables.put(key(value, "name"), value);
                case "chain" ->
                    chains
                        .computeIfAbsent(key(value, "table"), absent -> new ArrayList<>())
                        .add(value);
                case "rule" -> rule(value);
                case "set", "map" -> set(value);
                default -> {
                  // flow tables, named counters and limits decide nothing by themselves
                }
              }
            });
  }

  @Override
  public Ruleset fact() {
    return new Ruleset(
        tables.entrySet().stream().map(entry -> table(entry.getKey(), entry.getValue())).toList());
  }

  private static Stream<Json> objects(List<Json> all, String kind) {
    return all.stream().map(object -> object.at(kind)).filter(object -> !object.isAbsent());
  }

  private static String key(Json object, String member) {
    return object.at("family").text() + " " + object.at(member).text();
  }

  private Table table(String key, Json table) {
    Family family =
        table.at("family").text(Family::named).orElseThrow(() -> table.misread("no family"));
    return new Table(
        Backend.NFTABLES,
        family,
        table.at("name").text(),
        chains.getOrDefault(key, List.of()).stream().map(this::chain).toList(),
        Map.copyOf(sets.getOrDefault(key, Map.of())));
  }

  private void set(Json set) {
    sets.computeIfAbsent(key(set, "table"), absent -> new LinkedHashMap<>())
        .put(set.at("name").text(), NftSets.elements(set));
  }

  private void rule(Json rule) {
    String chain = key(rule, "table") + " " + rule.at("chain").text();
    List<Rule> chainRules = rules.computeIfAbsent(chain, absent -> new ArrayList<>());
    chainRules.add(rule(chainRules.size() + 1, rule));
  }

  private Chain chain(Json chain) {
    String name = chain.at("name").text();
    Optional<String> policy =
        chain.at("policy").text(Optional::of).map(word -> word.toUpperCase(Locale.ROOT));
    List<Rule> chainRules = rules.getOrDefault(key(chain, "table") + " " + name, List.of());
    return new Chain(name, hook(chain), policy, List.copyOf(chainRules));
  }

  private static Optional<Hook> hook(Json chain) {
    Optional<Hook.Type> type =
        switch (chain.at("type").text()) {
          case "filter" -> Optional.of(Hook.Type.FILTER);
          case "nat" -> Optional.of(Hook.Type.NAT);
          case "route" -> Optional.of(Hook.Type.ROUTE);
          default -> Optional.empty();
        };
    return type.flatMap(
        known ->
            chain
                .at("hook")
                .text(Hook.Point::named)
                .map(point -> new Hook(known, point, chain.at("prio").integer())));
  }

  private static Rule rule(int number, Json rule) {
    List<Json> statements = rule.at("expr").items();
    Json counter =
        objects(statements, "counter")
            .filter(Json::isObject)
            .findFirst()
            .orElse(rule.at("no counter"));
    return new Rule(
        number,
        rule.at("handle").number(),
        counter.at("packets").number(),
        counter.at("bytes").number(),
        rule.at("expr").element().toString(),
        statements.stream().flatMap(NftReading::options).toList(),
        NftStatements.of(statements));
  }

  private static Stream<Option> options(Json statement) {
    return statement.members().entrySet().stream()
        .flatMap(
            member ->
                switch (member.getKey()) {
                  case "counter" -> Stream.of();
                  case "dnat" -> dnat(member.getValue());
                  case "match" -> match(member.getValue());
                  default -> Stream.of(unread(member.getKey(), member.getValue()));
                });
  }

  private static Option unread(String name, Json json) {
    return new Option(name, false, List.of(json.element().toString()));
  }

  private static Stream<Option> dnat(Json dnat) {
    Optional<String> address = dnat.at("addr").literal();
    Optional<String> port = dnat.at("port").literal();
    if (address.isEmpty()) {
      return Stream.of(option("-j", "DNAT"), unread("dnat", dnat));
    }
    String host = address.get().contains(":") ? "[" + address.get() + "]" : address.get();
    return Stream.of(
        option("-j", "DNAT"),
        option("--to-destination", port.map(number -> host + ":" + number).orElse(host)));
  }

  private static Stream<Option> match(Json match) {
    String operator = match.at("op").text();
    Optional<String> right = match.at("right").literal().or(() -> prefix(match.at("right")));
    boolean plain = operator.equals("==") || operator.equals("!=");
    List<Option> options =
        plain && right.isPresent()
            ? left(match.at("left"), right.get(), operator.equals("!="))
            : List.of();
    return options.isEmpty() ? Stream.of(unread("match", match)) : options.stream();
  }

  private static List<Option> left(Json left, String right, boolean negated) {
    Json payload = left.member("payload");
    String field =
        payload.member("protocol").literal().orElse("")
            + " "
            + payload.member("field").literal().orElse("");
    String meta = left.member("meta").member("key").literal().orElse("");
    return switch (field) {
      case "tcp dport", "udp dport", "sctp dport" ->
          List.of(
              option("-p", field.substring(0, field.indexOf(' '))),
              new Option("--dport", negated, List.of(right)));
      case "ip daddr", "ip6 daddr" -> List.of(new Option("-d", negated, List.of(right)));
      default ->
          switch (meta) {
            case "iifname" -> List.of(new Option("-i", negated, List.of(right)));
            case "l4proto" -> List.of(new Option("-p", negated, List.of(right)));
            default -> List.of();
          };
    };
  }

  private static Optional<String> prefix(Json right) {
    Json prefix = right.member("prefix");
    return prefix
        .member("addr")
        .literal()
        .flatMap(address -> prefix.member("len").literal().map(length -> address + "/" + length));
  }

  private static Option option(String name, String value) {
    return new Option(name, false, List.of(value));
  }
}

package dockdiag.playbooks.exchange;

import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Elements;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Operand;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Table;
import dockdiag.probes.route.Routing;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sources that rules and routes of a namespace treat apart from the rest of the world.
final class Known {

  /// Of half the world nobody thinks as of somebody in particular.
  private static final int WORLD_BITS = 4;

  private final Ruleset ruleset;
  private final Routing routing;

  Known(Ruleset ruleset, Routing routing) {
    this.ruleset = ruleset;
    this.routing = routing;
  }

  boolean names(Address address) {
    return isRuled(address) || isRouted(address);
  }

  private boolean isRouted(Address address) {
    return Stream.concat(
            routing.routes().stream().map(route -> route.destination()),
            routing.rules().stream()
                .flatMap(rule -> Stream.of(rule.from(), rule.to()))
                .flatMap(Optional::stream))
        .anyMatch(subnet -> !subnet.text().endsWith("/0") && subnet.contains(address));
  }

  private boolean isRuled(Address address) {
    Family other = address.isIpv6() ? Family.IP : Family.IP6;
    return ruleset.tables().stream()
        .filter(table -> table.family() != other)
        .anyMatch(table -> isRuled(table, address));
  }

  private static boolean isRuled(Table table, Address address) {
    return table.chains().stream()
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.statements().stream())
        .anyMatch(statement -> statement instanceof Match match && names(match, table, address));
  }

  private static boolean names(Match match, Table table, Address address) {
    return switch (match) {
      case Match.Among(List<Key> keys, Elements elements, var _) -> {
        int part = keys.indexOf(Key.SADDR);
        yield part >= 0
            && elements(elements, table).anyMatch(one -> holds(one.parts().get(part), address));
      }
      case Match.AnyOf(List<Match> alternatives, var _) ->
          alternatives.stream().anyMatch(one -> names(one, table, address));
      case Match _ -> false;
    };
  }

  private static Stream<Element> elements(Elements elements, Table table) {
    return switch (elements) {
      case Elements.Listed(List<Element> listed) -> listed.stream();
      case Elements.Named(String set) -> table.sets().getOrDefault(set, List.of()).stream();
    };
  }

  private static boolean holds(Operand operand, Address address) {
    int bits = (address.isIpv6() ? 128 : 32) - WORLD_BITS;
    return operand instanceof Operand.Span(BigInteger first, BigInteger last)
        && last.subtract(first).bitLength() <= bits
        && new Operand.Span(first, last).holds(Operand.number(address));
  }
}

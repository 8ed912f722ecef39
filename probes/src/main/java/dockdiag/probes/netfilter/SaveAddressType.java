package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;

/// Understands iptables' `addrtype`, the address's kind in the local routing table.
final class SaveAddressType {

  private SaveAddressType() {}

  static List<Match> matches(SaveOptions group) {
    boolean incoming =
        group.rest().stream().anyMatch(option -> option.name().equals("--limit-iface-in"));
    return group.rest().stream()
        .filter(option -> !option.name().equals("--limit-iface-in"))
        .map(option -> match(option, incoming))
        .toList();
  }

  private static Match match(Option option, boolean incoming) {
    List<Name> types = SaveValues.words(option.value()).stream().map(Name::new).toList();
    Key key =
        switch (option.name()) {
          case "--dst-type" -> incoming ? Key.FIB_DADDR_TYPE_IIF : Key.FIB_DADDR_TYPE;
          case "--src-type" -> Key.FIB_SADDR_TYPE;
          default -> throw new IllegalArgumentException(option.name());
        };
    if (incoming && key == Key.FIB_SADDR_TYPE) {
      throw new IllegalArgumentException("of the incoming interface");
    }
    return Match.is(key, types, option.negated());
  }
}

package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;
import java.util.Locale;

/// Understands what a rule of iptables asks by itself: addresses, interfaces, the protocol.
final class SaveMatches {

  private SaveMatches() {}

  static Match ofRule(Option option) {
    try {
      return read(option);
    } catch (IllegalArgumentException notUnderstood) {
      return new Match.Unmodelled(option.toString());
    }
  }

  private static Match read(Option option) {
    String value = option.value();
    return switch (option.name()) {
      case "-s" -> is(Key.SADDR, SaveValues.addresses(value), option);
      case "-d" -> is(Key.DADDR, SaveValues.addresses(value), option);
      case "-i" -> is(Key.IIFNAME, SaveValues.device(value), option);
      case "-o" -> is(Key.OIFNAME, SaveValues.device(value), option);
      case "-p" -> is(Key.L4PROTO, SaveValues.protocol(value.toLowerCase(Locale.ROOT)), option);
      case "-f" -> is(Key.FRAGMENT, Operand.one(1), option);
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  static Match is(Key key, Operand operand, Option option) {
    return Match.is(key, List.of(operand), option.negated());
  }
}

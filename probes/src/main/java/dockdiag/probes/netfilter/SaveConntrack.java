package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Ruleset.Option;
import java.util.List;
import java.util.Locale;

/// Understands iptables' `conntrack` and `state`.
final class SaveConntrack {

  private SaveConntrack() {}

  static Match match(Option option) {
    String value = option.value();
    return switch (option.name()) {
      case "--state", "--ctstate" -> states(option);
      case "--ctstatus" -> status(option);
      case "--ctdir" ->
          SaveMatches.is(Key.CT_DIRECTION, new Name(value.toLowerCase(Locale.ROOT)), option);
      case "--ctproto" -> SaveMatches.is(Key.CT_L4PROTO, protocol(value), option);
      case "--ctorigsrc" -> addresses(Key.CT_ORIGINAL_SADDR, option);
      case "--ctorigdst" -> addresses(Key.CT_ORIGINAL_DADDR, option);
      case "--ctreplsrc" -> addresses(Key.CT_REPLY_SADDR, option);
      case "--ctrepldst" -> addresses(Key.CT_REPLY_DADDR, option);
      case "--ctorigsrcport" -> ports(Key.CT_ORIGINAL_SPORT, option);
      case "--ctorigdstport" -> ports(Key.CT_ORIGINAL_DPORT, option);
      case "--ctreplsrcport" -> ports(Key.CT_REPLY_SPORT, option);
      case "--ctrepldstport" -> ports(Key.CT_REPLY_DPORT, option);
      default -> throw new IllegalArgumentException(option.name());
    };
  }

  private static Operand protocol(String value) {
    return SaveValues.protocol(value.toLowerCase(Locale.ROOT));
  }

  /// SNAT and DNAT are states to iptables, and status to the kernel.
  private static Match states(Option option) {
    List<String> words = SaveValues.words(option.value());
    long status = SaveValues.bits(Key.CT_STATUS, words.stream().filter(SaveConntrack::isNat));
    long states = SaveValues.bits(Key.CT_STATE, words.stream().filter(word -> !isNat(word)));
    return status == 0
        ? new Match.AnyBit(Key.CT_STATE, states, option.negated())
        : new Match.AnyOf(
            List.of(
                new Match.AnyBit(Key.CT_STATE, states, false),
                new Match.AnyBit(Key.CT_STATUS, status, false)),
            option.negated());
  }

  private static boolean isNat(String word) {
    return word.equals("snat") || word.equals("dnat");
  }

  private static Match status(Option option) {
    List<String> words =
        SaveValues.words(option.value()).stream().map(word -> word.replace('_', '-')).toList();
    return words.equals(List.of("none"))
        ? new Match.Bits(Key.CT_STATUS, 0x7, 0, option.negated())
        : new Match.AnyBit(
            Key.CT_STATUS, SaveValues.bits(Key.CT_STATUS, words.stream()), option.negated());
  }

  private static Match addresses(Key key, Option option) {
    return SaveMatches.is(key, SaveValues.addresses(option.value()), option);
  }

  private static Match ports(Key key, Option option) {
    return SaveMatches.is(key, SaveValues.ports(option.value()), option);
  }
}

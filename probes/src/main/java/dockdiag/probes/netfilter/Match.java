package dockdiag.probes.netfilter;

import java.util.List;

/// What a rule asks of a packet; a rule goes on to its next statement only where it holds.
public sealed interface Match extends Statement {

  /// The packet's fields are among the elements, or are not.
  record Among(List<Key> keys, Elements elements, boolean negated) implements Match {
    public Among {
      keys = List.copyOf(keys);
    }
  }

  /// The field's bits under the mask are exactly these, or are not.
  record Bits(Key key, long mask, long value, boolean negated) implements Match {}

  /// The field has one of these bits, or has none.
  record AnyBit(Key key, long bits, boolean negated) implements Match {}

  /// One of several holds, or none does.
  record AnyOf(List<Match> alternatives, boolean negated) implements Match {
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// Whose address or port a set of ipset is asked for.
  enum Side {
    /// The sender's.
    SOURCE,
    /// The receiver's.
    DESTINATION
  }

  /// The packet is in a set of ipset, which holds its elements apart from the rules, or is not.
  record Member(String set, List<Side> sides, boolean negated) implements Match {
    public Member {
      sides = List.copyOf(sides);
    }
  }

  /// It depends on earlier packets, on the clock or on chance: `limit`, `recent`, `statistic`.
  record Chance(String text) implements Match {}

  /// dockdiag does not know what it asks.
  record Unmodelled(String text) implements Match {}

  /// The field is one of these.
  static Match is(Key key, List<? extends Operand> operands, boolean negated) {
    return new Among(List.of(key), Elements.of(operands), negated);
  }

  /// The field is this.
  static Match is(Key key, Operand operand) {
    return is(key, List.of(operand), false);
  }
}

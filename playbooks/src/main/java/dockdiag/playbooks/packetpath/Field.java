package dockdiag.playbooks.packetpath;

import java.math.BigInteger;

/// What a rule reads of a packet.
sealed interface Field {

  /// It is not there: no match on it holds, whether negated or not.
  Field ABSENT = new Absent();

  /// It cannot be foretold.
  Field UNKNOWN = new Unknown();

  record Numeral(BigInteger value) implements Field {}

  record Name(String value) implements Field {}

  record Absent() implements Field {}

  record Unknown() implements Field {}

  static Field of(long number) {
    return new Numeral(BigInteger.valueOf(number));
  }
}

package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Operand.Name;
import dockdiag.probes.netfilter.Operand.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads what nft compares fields with; the field tells how it is written.
final class NftOperands {

  private NftOperands() {}

  /// A value, a prefix, a range.
  static Operand one(Key key, Json value) {
    if (key == Key.REVERSE_PATH) {
      return Operand.one(text(value).matches("true|1") ? 1 : 0);
    }
    if (!value.isObject()) {
      return literal(key, text(value));
    }
    Map.Entry<String, Json> only = NftStatements.only(value);
    return switch (only.getKey()) {
      case "prefix" -> prefix(only.getValue());
      case "range" -> range(key, only.getValue().items());
      case "|" -> Operand.one(flags(key, only.getValue().items()));
      default -> throw new IllegalArgumentException(only.getKey());
    };
  }

  /// One operand for each of the fields.
  static List<Operand> parts(List<Key> keys, Json value) {
    if (keys.size() == 1) {
      return List.of(one(keys.getFirst(), value));
    }
    List<Json> values = value.member("concat").items();
    if (values.size() != keys.size()) {
      throw new IllegalArgumentException("not as many values as fields");
    }
    List<Operand> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(one(keys.get(i), values.get(i)));
    }
    return parts;
  }

  /// Flags of which each is a word, as one number.
  static long flags(Key key, List<Json> words) {
    return words.stream()
        .mapToLong(word -> number(key, text(word)).longValueExact())
        .reduce(0, (one, other) -> one | other);
  }

  static BigInteger number(Key key, String text) {
    if (text.matches("\\d{1,18}")) {
      return new BigInteger(text);
    }
    return switch (key.kind()) {
      case ADDRESS -> Operand.number(Address.of(text));
      case NAME, NUMBER -> throw new IllegalArgumentException(text);
      default -> BigInteger.valueOf(key.bit(text));
    };
  }

  private static Operand literal(Key key, String text) {
    return key.kind() == Kind.NAME ? new Name(text) : Operand.one(number(key, text));
  }

  private static Operand prefix(Json prefix) {
    String length = text(prefix.member("len"));
    if (!length.matches("\\d{1,3}")) {
      throw new IllegalArgumentException(length);
    }
    return Operand.prefix(text(prefix.member("addr")), Integer.parseInt(length));
  }

  private static Operand range(Key key, List<Json> ends) {
    if (ends.size() != 2) {
      throw new IllegalArgumentException("range");
    }
    return new Span(number(key, text(ends.get(0))), number(key, text(ends.get(1))));
  }

  static String text(Json value) {
    if (!value.isObject() && !value.isArray() && !value.isAbsent()) {
      return value.element().getAsString();
    }
    throw new IllegalArgumentException("no value");
  }
}

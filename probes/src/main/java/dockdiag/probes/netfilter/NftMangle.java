package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import java.util.List;
import java.util.Map;

/// Understands `mangle`: a mark that is set, out of a number or of another mark.
final class NftMangle {

  private static final long ALL = 0xffff_ffffL;

  private NftMangle() {}

  static Target target(Json mangle) {
    Map.Entry<String, Json> key = NftStatements.only(mangle.at("key"));
    String field = key.getValue().member("key").literal().orElse("");
    Json value = mangle.at("value");
    return switch (key.getKey() + " " + field) {
      case "meta mark" -> mark(Key.MARK, value);
      case "ct mark" -> mark(Key.CT_MARK, value);
      case "meta nftrace", "meta priority", "meta secmark", "ct event", "ct label" ->
          new Target.Harmless("mangle " + mangle.element());
      default -> other(key.getKey(), mangle);
    };
  }

  /// A TCP option, DSCP and the like; a header's address or port would matter.
  private static Target other(String kind, Json mangle) {
    if (kind.equals("tcp option") || kind.equals("exthdr")) {
      return new Target.Harmless("mangle " + mangle.element());
    }
    throw new IllegalArgumentException(kind);
  }

  private static Target mark(Key key, Json value) {
    if (!value.isObject()) {
      return set(key, ALL, number(value));
    }
    Map.Entry<String, Json> only = NftStatements.only(value);
    List<Json> operands =
        only.getValue().isArray() ? only.getValue().items() : List.of(value, value);
    return switch (only.getKey()) {
      case "meta", "ct" -> copy(key, NftKeys.of(value).only());
      case "|" -> or(key, operands.get(0), number(operands.get(1)));
      case "&" -> set(own(key, operands.get(0)), ~number(operands.get(1)) & ALL, 0);
      case "^" -> set(own(key, operands.get(0)), 0, number(operands.get(1)));
      default -> throw new IllegalArgumentException(only.getKey());
    };
  }

  /// `mark | v`, `(mark & m) | v`.
  private static Target or(Key key, Json left, long value) {
    if (left.member("&").isAbsent()) {
      return set(own(key, left), value, value);
    }
    List<Json> operands = left.member("&").items();
    long kept = number(operands.get(1)) & ~value;
    return set(own(key, operands.get(0)), ~kept & ALL, value);
  }

  private static Key own(Key key, Json expression) {
    if (NftKeys.of(expression).only() != key) {
      throw new IllegalArgumentException("of another mark");
    }
    return key;
  }

  private static Target copy(Key key, Key from) {
    if (from == key || (from != Key.MARK && from != Key.CT_MARK)) {
      throw new IllegalArgumentException("no mark: " + from);
    }
    return key == Key.MARK ? new Target.RestoreMark(ALL, ALL) : new Target.SaveMark(ALL, ALL);
  }

  private static Target set(Key key, long mask, long value) {
    return key == Key.MARK
        ? new Target.SetMark(mask, value)
        : new Target.SetConnectionMark(mask, value);
  }

  private static long number(Json value) {
    return SaveValues.number(NftOperands.text(value));
  }
}

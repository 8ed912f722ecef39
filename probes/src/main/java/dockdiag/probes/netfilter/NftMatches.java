package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import dockdiag.probes.netfilter.Operand.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Understands `match`: an expression, an operator, what it is compared with.
final class NftMatches {

  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(128);

  private NftMatches() {}

  static List<Statement> match(Json match) {
    Json left = match.at("left");
    Json right = match.at("right");
    String operator = match.at("op").text();
    if (!left.member("&").isAbsent()) {
      return masked(left.member("&").items(), operator, right);
    }
    NftKeys keys = NftKeys.of(left);
    return with(keys, comparison(keys.keys(), operator, right));
  }

  static List<Statement> with(NftKeys keys, Statement last) {
    List<Statement> all = new ArrayList<>(keys.implied());
    all.add(last);
    return all;
  }

  private static Match comparison(List<Key> keys, String operator, Json right) {
    return switch (operator) {
      case "==" -> new Match.Among(keys, elements(keys, right), false);
      case "!=" -> new Match.Among(keys, elements(keys, right), true);
      case "in" -> bits(keys, right, false);
      case "!" -> bits(keys, right, true);
      case "<", "<=", ">", ">=" -> order(keys, operator, right);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Elements elements(List<Key> keys, Json right) {
    boolean named = right.literal().filter(text -> text.startsWith("@")).isPresent();
    if (named || !right.member("set").isAbsent()) {
      return NftSets.of(keys, right);
    }
    if (right.isArray()) {
      return Elements.of(List.of(Operand.one(NftOperands.flags(keys.getFirst(), right.items()))));
    }
    return new Elements.Listed(
        List.of(new Elements.Element(NftOperands.parts(keys, right), new Elements.Data.None())));
  }

  private static Match bits(List<Key> keys, Json right, boolean negated) {
    Key key = keys.getFirst();
    List<Json> words = right.isArray() ? right.items() : List.of(right);
    return new Match.AnyBit(key, NftOperands.flags(key, words), negated);
  }

  private static Match order(List<Key> keys, String operator, Json right) {
    Key key = keys.getFirst();
    BigInteger limit = NftOperands.number(key, NftOperands.text(right));
    Span span =
        switch (operator) {
          case "<" -> new Span(BigInteger.ZERO, limit.subtract(BigInteger.ONE));
          case "<=" -> new Span(BigInteger.ZERO, limit);
          case ">" -> new Span(limit.add(BigInteger.ONE), MAX);
          default -> new Span(limit, MAX);
        };
    return Match.is(key, span);
  }

  private static List<Statement> masked(List<Json> operands, String operator, Json right) {
    if (operands.size() != 2 || !(operator.equals("==") || operator.equals("!="))) {
      throw new IllegalArgumentException("mask");
    }
    NftKeys keys = NftKeys.of(operands.get(0));
    Key key = keys.only();
    boolean negated = operator.equals("!=");
    return with(
        keys, new Match.Bits(key, number(key, operands.get(1)), number(key, right), negated));
  }

  private static long number(Key key, Json value) {
    if (!value.member("|").isAbsent()) {
      return NftOperands.flags(key, value.member("|").items());
    }
    return NftOperands.flags(key, value.isArray() ? value.items() : List.of(value));
  }
}

package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Elements;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Operand;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Statement;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;

/// Of a chain's rules what each asks at first, as numbers: it tells quickly which ones a packet
/// cannot meet, and errs only by letting one through.
final class Sieve {

  /// The code of what is not known; no rule is passed over for it.
  static final long ANY = Long.MAX_VALUE;

  /// The code of what is not there; no rule that asks for it is met.
  static final long NONE = Long.MIN_VALUE;

  private static final int WIDEST = 32;

  /// Bits of an IPv6 address that a code has no room for.
  private static final int LOWEST = 66;

  /// From the first to the last code that it asks for.
  private record Test(Key key, long first, long last) {}

  private final Test[][] tests;

  Sieve(List<Rule> rules) {
    tests = rules.stream().map(Sieve::tests).toArray(Test[][]::new);
  }

  /// The next rule from there on that the packet may meet, or their number.
  int next(int from, Fields fields) {
    int next = from;
    while (next < tests.length && !mayMeet(tests[next], fields)) {
      next++;
    }
    return next;
  }

  private static boolean mayMeet(Test[] tests, Fields fields) {
    for (Test test : tests) {
      long code = fields.code(test.key());
      if (code != ANY && (code < test.first() || code > test.last())) {
        return false;
      }
    }
    return true;
  }

  private static Test[] tests(Rule rule) {
    return rule.statements().stream()
        .takeWhile(Match.class::isInstance)
        .filter(Sieve::isPlain)
        .map(statement -> test((Match.Among) statement))
        .toArray(Test[]::new);
  }

  private static boolean isPlain(Statement statement) {
    return statement
            instanceof Match.Among(var keys, Elements.Listed(var elements), boolean negated)
        && !negated
        && keys.size() == 1
        && elements.stream().map(Element::parts).allMatch(Sieve::isPlain);
  }

  private static boolean isPlain(List<Operand> parts) {
    return parts.size() == 1
        && !(parts.getFirst() instanceof Operand.Name(String pattern) && pattern.endsWith("*"));
  }

  private static Test test(Match.Among match) {
    List<Operand> operands =
        ((Elements.Listed) match.elements())
            .elements().stream().map(element -> element.parts().getFirst()).toList();
    return new Test(
        match.keys().getFirst(),
        codes(operands, /* last= */ false).min().orElse(NONE),
        codes(operands, /* last= */ true).max().orElse(NONE));
  }

  private static LongStream codes(List<Operand> operands, boolean last) {
    return operands.stream()
        .mapToLong(
            operand ->
                switch (operand) {
                  case Operand.Span span -> code(last ? span.last() : span.first());
                  case Operand.Name(String name) -> name.hashCode();
                });
  }

  static long code(Field field) {
    return switch (field) {
      case Field.Numeral(BigInteger number) -> code(number);
      case Field.Name(String name) -> name.hashCode();
      case Field.Absent _ -> NONE;
      case Field.Unknown _ -> ANY;
    };
  }

  /// In the numbers' order, of long ones their first bits alone.
  private static long code(BigInteger number) {
    return number.bitLength() <= WIDEST
        ? number.longValue()
        : (1L << WIDEST) + number.shiftRight(LOWEST).longValue();
  }
}

package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Elements;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Operand;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether what a rule of a table asks holds of a packet.
final class Matching {

  private static final Found NOT_FOUND = new Found(Ternary.NO, Optional.empty());
  private static final List<Element> ANYTHING =
      List.of(new Element(List.of(), new Elements.Data.None()));

  private final Table table;
  private final Fields fields;

  Matching(Table table, Fields fields) {
    this.table = table;
    this.fields = fields;
  }

  Ternary holds(Match match) {
    return switch (match) {
      case Match.Among(var keys, var elements, var negated) -> among(keys, elements, negated);
      case Match.Bits(var key, var mask, var value, var negated) ->
          number(key, number -> bits(number, mask).equals(BigInteger.valueOf(value)), negated);
      case Match.AnyBit(var key, var bits, var negated) ->
          number(key, number -> bits(number, bits).signum() != 0, negated);
      case Match.AnyOf(var alternatives, var negated) ->
          alternatives.stream().map(this::holds).reduce(Ternary.NO, Ternary::or).negatedIf(negated);
      case Match.Member _, Match.Chance _, Match.Unmodelled _ -> Ternary.UNKNOWN;
    };
  }

  /// What is looked up in a set or map.
  record Found(Ternary certainty, Optional<Element> element) {}

  Found find(List<Key> keys, Elements elements) {
    return search(fields(keys), elements);
  }

  /// Elements that may be meant, where it is not known which.
  List<Element> possible(List<Key> keys, Elements elements) {
    List<Field> values = fields(keys);
    return elements(values, elements).stream()
        .filter(element -> holds(element, values) != Ternary.NO)
        .toList();
  }

  private List<Field> fields(List<Key> keys) {
    if (keys.size() == 1) {
      return List.of(fields.read(keys.getFirst()));
    }
    return keys.stream().map(fields::read).toList();
  }

  private Found search(List<Field> values, Elements elements) {
    if (values.contains(Field.ABSENT)) {
      return NOT_FOUND;
    }
    Ternary certainty = Ternary.NO;
    for (Element element : elements(values, elements)) {
      Ternary one = holds(element, values);
      if (one == Ternary.YES) {
        return new Found(Ternary.YES, Optional.of(element));
      }
      certainty = certainty.or(one);
    }
    return certainty == Ternary.NO ? NOT_FOUND : new Found(certainty, Optional.empty());
  }

  /// A field that is not there is not among them, nor among the others.
  private Ternary among(List<Key> keys, Elements elements, boolean negated) {
    List<Field> values = fields(keys);
    return values.contains(Field.ABSENT)
        ? Ternary.NO
        : search(values, elements).certainty().negatedIf(negated);
  }

  /// A set that is not there may hold anything.
  private List<Element> elements(List<Field> values, Elements elements) {
    return switch (elements) {
      case Elements.Listed(var listed) -> listed;
      case Elements.Named(var name) ->
          fields.index().set(table, name).map(set -> set.candidates(values)).orElse(ANYTHING);
    };
  }

  private static Ternary holds(Element element, List<Field> values) {
    if (element.parts().size() != values.size()) {
      return Ternary.UNKNOWN;
    }
    Ternary all = Ternary.YES;
    for (int i = 0; i < values.size(); i++) {
      all = all.and(holds(element.parts().get(i), values.get(i)));
    }
    return all;
  }

  private static Ternary holds(Operand operand, Field value) {
    return switch (value) {
      case Field.Numeral(var number) when operand instanceof Operand.Span span ->
          Ternary.of(span.holds(number));
      case Field.Name(var text) when operand instanceof Operand.Name name ->
          Ternary.of(name.holds(text));
      case Field.Absent _ -> Ternary.NO;
      case Field.Numeral _, Field.Name _, Field.Unknown _ -> Ternary.UNKNOWN;
    };
  }

  private Ternary number(Key key, Predicate<BigInteger> test, boolean negated) {
    return switch (fields.read(key)) {
      case Field.Numeral(var number) -> Ternary.of(test.test(number) != negated);
      case Field.Absent _ -> Ternary.NO;
      case Field.Name _, Field.Unknown _ -> Ternary.UNKNOWN;
    };
  }

  private static BigInteger bits(BigInteger number, long mask) {
    return number.and(BigInteger.valueOf(mask));
  }
}

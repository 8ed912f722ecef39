package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Operand;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A set or map of a table: elements of single values are found at once, ranges one by one.
final class SetIndex {

  private static final Object RANGE = new Object();

  private final List<Element> all;
  private final Map<List<Object>, Element> single = new HashMap<>();
  private final List<Element> ranges = new ArrayList<>();

  SetIndex(List<Element> all) {
    this.all = all;
    for (Element element : all) {
      List<Object> values = element.parts().stream().map(SetIndex::value).toList();
      if (values.isEmpty() || values.contains(RANGE)) {
        ranges.add(element);
      } else {
        single.putIfAbsent(values, element);
      }
    }
  }

  /// Those that may hold the fields' values.
  List<Element> candidates(List<Field> fields) {
    List<Object> values = fields.stream().map(SetIndex::value).toList();
    if (values.contains(RANGE)) {
      return all;
    }
    Element found = single.get(values);
    return found == null ? ranges : List.of(found);
  }

  private static Object value(Operand operand) {
    return switch (operand) {
      case Operand.Span(BigInteger first, BigInteger last) -> first.equals(last) ? first : RANGE;
      case Operand.Name(String pattern) -> pattern.endsWith("*") ? RANGE : pattern;
    };
  }

  private static Object value(Field field) {
    return switch (field) {
      case Field.Numeral(BigInteger number) -> number;
      case Field.Name(String text) -> text;
      case Field.Absent _, Field.Unknown _ -> RANGE;
    };
  }
}

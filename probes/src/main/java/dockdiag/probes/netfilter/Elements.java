package dockdiag.probes.netfilter;

import java.util.List;

/// What a rule looks up: elements of its own, or a set or map of its table by name.
public sealed interface Elements {

  /// Written in the rule.
  record Listed(List<Element> elements) implements Elements {
    public Listed {
      elements = List.copyOf(elements);
    }
  }

  /// Of the table.
  record Named(String set) implements Elements {}

  /// One element.
  ///
  /// @param parts an operand for each field that is looked up
  /// @param data what a map has for it; [Data.None] in a set
  record Element(List<Operand> parts, Data data) {
    public Element {
      parts = List.copyOf(parts);
    }
  }

  /// What a map has for an element.
  sealed interface Data {
    /// Nothing: a set's element.
    record None() implements Data {}

    /// A verdict map's.
    record Verdict(Target target) implements Data {}

    /// Another map's: an address, or an address and a port.
    record Value(List<Operand> parts) implements Data {
      public Value {
        parts = List.copyOf(parts);
      }
    }
  }

  /// Elements that are one operand each.
  static Elements of(List<? extends Operand> operands) {
    return new Listed(
        operands.stream().map(one -> new Element(List.of(one), new Data.None())).toList());
  }
}

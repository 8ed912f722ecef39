package dockdiag.probes.net;

import java.util.Optional;

/// Port numbers in a row, written `8000-8010`, or `8080` where it is one.
///
/// @param first 1 to 65535
/// @param last not below the first
public record PortRange(int first, int last) {

  /// Refuses what is no range of ports.
  public PortRange {
    if (first < 1 || last < first || last > 65_535) {
      throw new IllegalArgumentException("no range of ports: " + first + "-" + last);
    }
  }

  /// Reads `8080` or `8000-8010`; empty where it is neither.
  public static Optional<PortRange> parse(String text) {
    String[] ends = text.split("-", 2);
    Optional<Port> first = Port.parse(ends[0] + "/tcp");
    Optional<Port> last = Port.parse(ends[ends.length - 1] + "/tcp");
    return first.isEmpty() || last.isEmpty() || last.get().number() < first.get().number()
        ? Optional.empty()
        : Optional.of(new PortRange(first.get().number(), last.get().number()));
  }

  /// Whether the number lies in it.
  public boolean contains(int number) {
    return first <= number && number <= last;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}

package dockdiag.probes.net;

import java.util.Comparator;
import java.util.Optional;

/// A port of one protocol, written `3306/tcp` as the engine does.
///
/// @param number 1 to 65535
public record Port(int number, Protocol protocol) implements Comparable<Port> {

  private static final Comparator<Port> ORDER =
      Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

  /// Refuses numbers that no port has.
  public Port {
    if (number < 1 || number > 65_535) {
      throw new IllegalArgumentException("no port has the number " + number);
    }
  }

  /// Reads `3306/tcp` or `3306`, which means TCP; empty where it is neither.
  public static Optional<Port> parse(String text) {
    int slash = text.indexOf('/');
    String digits = slash < 0 ? text : text.substring(0, slash);
    Optional<Protocol> protocol = Protocol.named(slash < 0 ? "tcp" : text.substring(slash + 1));
    if (protocol.isEmpty() || !digits.matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return number < 1 || number > 65_535
        ? Optional.empty()
        : Optional.of(new Port(number, protocol.get()));
  }

  /// As `-p` takes it: TCP goes without saying.
  public String brief() {
    return protocol == Protocol.TCP ? Integer.toString(number) : toString();
  }

  @Override
  public int compareTo(Port other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return number + "/" + protocol;
  }
}

package dockdiag.probes.net;

import java.util.Locale;
import java.util.Optional;

/// An Ethernet address, written `02:42:ac:11:00:02` (IEEE 802, lower case).
public record Mac(String text) {

  /// Refuses what is none.
  public Mac {
    if (!text.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
      throw new IllegalArgumentException("no Ethernet address: " + text);
    }
  }

  /// Reads a text that may be none, in any case.
  public static Optional<Mac> parse(String text) {
    try {
      return Optional.of(new Mac(text.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}

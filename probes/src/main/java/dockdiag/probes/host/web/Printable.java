package dockdiag.probes.host.web;

import java.nio.charset.StandardCharsets;

/// What a server says, as it may stand in a line of ours.
final class Printable {

  private static final int MOST = 1000;

  private Printable() {}

  /// Printable ASCII as it stands, all else as `\xNN`; the beginning of what is long.
  static String of(String text) {
    StringBuilder line = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (line.length() >= MOST) {
        return line.append('…').toString();
      }
      boolean plain = octet >= 0x20 && octet < 0x7f && octet != '\\';
      line.append(plain ? String.valueOf((char) octet) : "\\x%02x".formatted(octet));
    }
    return line.toString();
  }
}

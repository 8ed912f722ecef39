package dockdiag.probes.tree;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The first bytes of a file.
///
/// @param hex two digits each, so that equal bytes are equal
public record Head(String hex) {

  /// Of these bytes.
  public static Head of(byte[] bytes) {
    return new Head(HexFormat.of().formatHex(bytes));
  }

  /// The bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /// A character for each byte (ISO 8859-1).
  public String text() {
    return new String(bytes(), StandardCharsets.ISO_8859_1);
  }

  /// Whether it begins so.
  public boolean startsWith(String hexPrefix) {
    return hex.startsWith(hexPrefix);
  }

  /// For people: printable ASCII as it stands, all else as `\xNN`.
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (byte octet : bytes()) {
      boolean plain = octet >= ' ' && octet < 0x7f && octet != '\\';
      shown.append(plain ? String.valueOf((char) octet) : "\\x%02x".formatted(octet));
    }
    return shown.toString();
  }
}

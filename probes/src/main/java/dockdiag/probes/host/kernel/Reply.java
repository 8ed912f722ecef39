package dockdiag.probes.host.kernel;

import java.util.HexFormat;

/// A message that came back from a DNS server.
final class Reply {

  private final byte[] bytes;
  private final long micros;

  /// @param micros after the question, in microseconds
  Reply(byte[] bytes, long micros) {
    this.bytes = bytes;
    this.micros = micros;
  }

  /// Whether it bears the question's identifier; what does not may be forged, and is not believed.
  boolean isTo(byte[] question) {
    return bytes.length >= 2 && bytes[0] == question[0] && bytes[1] == question[1];
  }

  /// In the words of `Request.Query`.
  String line(byte[] question) {
    byte[] shown = bytes.clone();
    boolean same = isTo(question);
    if (same) {
      shown[0] = 0;
      shown[1] = 0;
    }
    String word = same ? "answered" : "other-id";
    return word + " " + micros + " " + HexFormat.of().formatHex(shown);
  }
}

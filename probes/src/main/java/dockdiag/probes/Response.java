package dockdiag.probes;

/// A raw answer, before anybody reads it.
///
/// @param status HTTP's or a command's exit status; 0 where there is none
/// @param body the text; bytes that are no UTF-8 stand as U+FFFD
/// @param micros how long the answer took, in microseconds
public record Response(int status, String body, long micros) {

  /// An answer without a status.
  public static Response of(String body) {
    return new Response(0, body, 0);
  }
}

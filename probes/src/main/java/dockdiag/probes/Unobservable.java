package dockdiag.probes;

/// Something could not be seen: an expected answer, with its reason.
public final class Unobservable extends Exception {

  private static final long serialVersionUID = 1L;

  /// Why it could not be seen.
  public enum Reason {
    /// The kernel or the engine refused: needs root, or the docker group.
    NOT_PERMITTED,
    /// There is no such file, container, network or table.
    NOT_PRESENT,
    /// The command that would tell is not installed.
    TOOL_MISSING,
    /// No answer within the deadline.
    TIMED_OUT,
    /// Nobody answers there: the engine is down.
    UNREACHABLE,
    /// The answer makes no sense to this version; the detail holds the line.
    NOT_UNDERSTOOD,
    /// The evidence bundle holds no answer to this.
    NOT_RECORDED,
    /// It was another one when it was looked at again.
    CHANGED,
    /// It could be asked, and is not: whoever named it is not trusted, or the answer is a secret.
    DECLINED,
    /// `--passive` forbids to send packets and to enter namespaces.
    PASSIVE
  }

  private static final int EXCERPT = 160;

  private final Reason reason;

  /// @param detail what was tried and what came back, one line, for people
  public Unobservable(Reason reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /// An answer that makes no sense.
  ///
  /// @param what was asked for, in a word or two
  /// @param text the answer's line in question; of more lines the first is kept, of a long one the
  ///   beginning
  public static Unobservable notUnderstood(String what, String text) {
    String line = text.lines().findFirst().orElse("");
    String excerpt = line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    return new Unobservable(Reason.NOT_UNDERSTOOD, what + ": " + excerpt);
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// What was tried and what came back.
  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}

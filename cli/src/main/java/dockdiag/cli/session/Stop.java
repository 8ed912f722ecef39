package dockdiag.cli.session;

/// Ends the command: one line for standard error, and the exit status.
public final class Stop extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /// @param line what is wrong and where, for people
  public Stop(ExitCode code, String line) {
    super(line);
    this.code = code;
  }

  /// With what it ends.
  public ExitCode code() {
    return code;
  }

  /// What is said.
  public String line() {
    return String.valueOf(getMessage());
  }
}

package dockdiag.testenv.debian;

/// The lab cannot run here; the message says what is missing.
public final class LabUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LabUnavailable(String message) {
    super(message);
  }
}

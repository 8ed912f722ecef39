package dockdiag.playbooks.packetpath;

/// Unwinds a walk that cannot go on.
final class Undecidable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Undecidable(String why) {
    super(why, null, false, false);
  }
}

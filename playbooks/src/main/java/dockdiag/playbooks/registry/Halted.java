package dockdiag.playbooks.registry;

/// Unwinds a walk at the hop that fails.
final class Halted extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Stop stop;

  Halted(Stop stop) {
    super(stop.how(), null, false, false);
    this.stop = stop;
  }

  Stop stop() {
    return stop;
  }
}

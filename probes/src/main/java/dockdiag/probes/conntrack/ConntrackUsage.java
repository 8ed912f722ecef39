package dockdiag.probes.conntrack;

/// How full the table of connections is (linux/Documentation/networking/nf_conntrack-sysctl.rst).
///
/// @param count the entries of this network namespace
/// @param max the most that one network namespace may have; 0 is without end
public record ConntrackUsage(long count, long max) {

  /// Whether no connection can be added.
  public boolean isFull() {
    return max > 0 && count >= max;
  }
}

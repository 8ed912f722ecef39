package dockdiag.probes;

/// The one seam to the outside: whatever is known of a system came through here.
public interface Host {

  /// Answers within the host's deadline.
  ///
  /// @throws Unobservable where there is no answer, with the reason
  Response ask(Request request) throws Unobservable;
}

package dockdiag.probes;

/// Looks at one thing and reads it into a fact.
///
/// A probe is a record: its components say what is looked at, and equality is what [Facts]
/// remembers it by. A probe never calls a probe.
///
/// @param <F> the fact, a record or a collection of records
public interface Probe<F> {

  /// Asks the host and reads the answer.
  ///
  /// @throws Unobservable where the host cannot tell, or its answer is not understood
  F observe(Host host) throws Unobservable;

  /// Where the fact comes from, as a report cites it: `/proc/4242/net/tcp`, `docker inspect web`.
  String source();

  /// The command by which a reader sees the same by hand.
  String byHand();
}

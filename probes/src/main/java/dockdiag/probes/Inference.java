package dockdiag.probes;

/// What follows from facts by thinking alone, and is worth being thought once.
///
/// A record: equal ones are inferred once for the same [Facts], as equal probes observe once.
///
/// @param <T> what is inferred
@FunctionalInterface
public interface Inference<T> {

  /// Infers it; it asks nothing but the facts, and keeps none of them to ask later.
  ///
  /// @throws Unobservable where a fact that it needs cannot be seen
  T infer(Facts facts) throws Unobservable;
}

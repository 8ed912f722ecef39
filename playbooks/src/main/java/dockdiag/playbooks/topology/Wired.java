package dockdiag.playbooks.topology;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// A scope that knows which networks, and which containers in them, it is about.
public interface Wired extends Scope {

  /// Networks that it is about as such, in the topology's order.
  ///
  /// @throws Unobservable where the engine does not tell
  List<Cables> networks(Facts facts) throws Unobservable;

  /// Connections that it is about.
  ///
  /// @throws Unobservable where the engine does not tell
  List<Plug> plugs(Facts facts) throws Unobservable;

  /// Whom packets are to go to that did not get there, where somebody is meant.
  default Optional<Address> missed(Facts facts) {
    return Optional.empty();
  }

  /// A judgement on one of several things.
  @FunctionalInterface
  interface Judgement<T> {
    /// The fault, if this one has it.
    ///
    /// @throws Unobservable where what decides cannot be seen
    Optional<Finding> of(T one) throws Unobservable;
  }

  /// The first of them that has the fault; what cannot be seen of one hides no other.
  ///
  /// @throws Unobservable where none was found, and one could not be judged
  static <T> Optional<Finding> first(List<T> all, Judgement<T> judgement) throws Unobservable {
    Optional<Unobservable> blind = Optional.empty();
    for (T one : all) {
      try {
        Optional<Finding> found = judgement.of(one);
        if (found.isPresent()) {
          return found;
        }
      } catch (Unobservable unseen) {
        blind = Optional.of(blind.orElse(unseen));
      }
    }
    if (blind.isPresent()) {
      throw blind.get();
    }
    return Optional.empty();
  }
}

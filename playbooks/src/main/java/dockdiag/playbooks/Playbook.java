package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// A symptom, and the checks that explain it in the order in which the packet meets them. The order
/// is knowledge: the first error on the way is the cause.
///
/// @param <S> what it can be asked about
public interface Playbook<S extends Scope> {

  /// The command that runs it.
  String name();

  /// Every check, in order, for the catalogue.
  List<Check<? super S>> checks();

  /// What it is asked where the whole host is in question: all that it is about and that is meant
  /// to work.
  ///
  /// @throws Unobservable where it cannot be seen what there is
  List<S> everywhere(Facts facts) throws Unobservable;

  /// Looks once more at what is judged, where errors were found: whether it still is what it was.
  ///
  /// @throws Unobservable with the reason `CHANGED` where it is not
  default void lookAgain(S asked, Facts facts) throws Unobservable {}

  /// Observes side by side what will surely be asked.
  void prepare(S asked, Facts facts);

  /// What has to be in order for that, one after the other; see [Scope#standsBefore].
  ///
  /// @throws Unobservable where not even this can be seen
  List<S> scopes(S asked, Facts facts) throws Unobservable;

  /// The checks of one of these, in order.
  List<Check<? super S>> checks(S scope);

  /// Which clients reach it, as far as rules and real packets tell.
  default List<Reach> reach(S scope, Facts facts) {
    return List.of();
  }

  /// What there is to show besides faults, also where there are none.
  default List<Overview> overview(S asked, Facts facts) {
    return List.of();
  }

  /// The same finding, its remedies tried on the facts: whether each is proven, what else it does.
  default Finding tried(S scope, Check<? super S> check, Finding finding, Facts facts) {
    return finding;
  }

  /// How the packet of a client fares, one that does not get through where there is one.
  default List<PathStep> path(S scope, Facts facts) {
    return List.of();
  }

  /// What is asked on the way and what comes of it, found fault or not, as far as it can be seen.
  default List<Evidence> stages(S scope, Facts facts) {
    return List.of();
  }
}

package dockdiag.playbooks;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// A symptom, and the checks that explain it in the order in which the packet meets them. The order
/// is knowledge: the first error on the way is the cause.
public interface Playbook {

  /// The command that runs it.
  String name();

  /// Every check, in order, for the catalogue.
  List<Check> checks();

  /// Observes side by side what will surely be asked.
  void prepare(Flow asked, Facts facts);

  /// The flows that have to work, in order; an error in an earlier one stands before the later.
  ///
  /// @throws Unobservable where not even this can be seen
  List<Flow> flows(Flow asked, Facts facts) throws Unobservable;

  /// The checks of one of these flows, in order.
  List<Check> checks(Flow flow);

  /// Which clients reach the flow, as far as real packets tell.
  List<Reach> reach(Flow flow, Facts facts);
}

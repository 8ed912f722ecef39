package dockdiag.playbooks.exchange;

import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// A scope that is about certain requests to the outside.
public interface Requesting extends Scope {

  /// They, each of which is to come through and to be answered.
  ///
  /// @throws Unobservable where it cannot be told whom they ask
  List<RoundTripOf> requests(Facts facts) throws Unobservable;
}

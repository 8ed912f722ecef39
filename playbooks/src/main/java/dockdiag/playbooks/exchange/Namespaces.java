package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;

/// The network namespaces that packets are walked through, each looked at when a packet comes
/// there.
@FunctionalInterface
public interface Namespaces {

  /// The namespace.
  ///
  /// @throws Unobservable where it cannot be entered or read
  Netns of(Namespace namespace) throws Unobservable;
}

package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.probes.net.Address;

/// How a request ended.
public sealed interface End {

  /// The server has it, and nothing keeps its answer from coming back.
  ///
  /// @param by the container, or the process of the host
  record Answered(String by) implements End {}

  /// Nobody listens there, and that is what the client is told.
  ///
  /// @param by the container, or `host`
  record Refused(String by) implements End {}

  /// A rule, a policy, a route or the kernel stopped a packet.
  record Stopped(Leg leg, Fate fate) implements End {}

  /// Nobody on that network has the address.
  record Nobody(Address address, String device) implements End {}

  /// It left the host by the interface, for others to carry on.
  record Away(String device) implements End {}

  /// It cannot be told.
  record Undecided(String why) implements End {}
}

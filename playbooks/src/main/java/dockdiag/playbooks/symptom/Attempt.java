package dockdiag.playbooks.symptom;

import dockdiag.playbooks.exchange.Client;
import dockdiag.probes.Namespace;
import dockdiag.probes.reach.ConnectProbe;
import java.util.Optional;

/// A client of a published port.
///
/// @param from the class of clients that it stands for
/// @param client as the walk knows it; empty where the host has none such
/// @param probe whom it asks, and from where a real packet is sent, if one can be
record Attempt(String from, Optional<Client> client, ConnectProbe probe) {

  static final String OUTSIDE = "outside";
  static final String OTHER_NETWORK = "other-network";

  /// Nobody can send for an outside client from here, nor for a network without containers.
  boolean canBeSent() {
    boolean outside = from.equals(OUTSIDE);
    boolean empty = from.equals(OTHER_NETWORK) && probe.from().equals(Namespace.HOST);
    return !outside && !empty;
  }

  /// The container that it is sent from, whose own namespace may be what stops it.
  Optional<Client> itself() {
    return probe.from() instanceof Namespace.OfContainer(String name, int _)
        ? Optional.of(new Client.InContainer(name))
        : Optional.empty();
  }
}

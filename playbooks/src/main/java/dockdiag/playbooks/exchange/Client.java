package dockdiag.playbooks.exchange;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.Optional;

/// Who asks.
public sealed interface Client {

  /// The port that clients ask from: of those that kernels give (ip_local_port_range, 32768 to
  /// 60999), as no rule is known to tell them apart.
  int PORT = 50_000;

  /// Somebody beyond the host.
  ///
  /// @param device the host's interface that requests from there come in by
  record Outside(Address address, String device) implements Client {}

  /// A process of the host.
  record OnHost() implements Client {}

  /// A process in the container's network namespace.
  record InContainer(String name) implements Client {}

  /// Any container on a bridge of the host, whose own namespace is not looked at.
  record OnBridge(String bridge, Address address) implements Client {}

  /// An outside client that asks that address of the host: the given one, else one of whom no
  /// route and no rule knows; empty where the host has no way to the outside in this family.
  static Optional<Client> outside(Facts facts, Optional<Address> from, Address to)
      throws Unobservable {
    return facts.infer(Uplink.of(from, to));
  }
}

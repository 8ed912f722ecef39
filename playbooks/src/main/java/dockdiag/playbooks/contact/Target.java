package dockdiag.playbooks.contact;

import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// One end that is meant by what was asked for: a container on one network, the host, or whoever
/// has an address.
///
/// @param container empty where it is none of this engine's
/// @param network the id of the network by which it is asked; empty where it is asked by none
/// @param addresses of that end, at least one, IPv4 first
public record Target(
    Optional<String> container, Optional<String> network, List<Address> addresses) {

  public Target {
    addresses = List.copyOf(addresses);
  }

  static Target of(Address address) {
    return new Target(Optional.empty(), Optional.empty(), List.of(address));
  }

  /// One whom another node has, on that overlay network.
  static Target beyond(DockerNetwork overlay, Address address) {
    return new Target(Optional.empty(), Optional.of(overlay.id()), List.of(address));
  }

  /// Whether it is on a network of this engine, and none of its containers.
  public boolean isBeyond() {
    return container.isEmpty() && network.isPresent();
  }

  /// The one that decides.
  public Address address() {
    return addresses.getFirst();
  }
}

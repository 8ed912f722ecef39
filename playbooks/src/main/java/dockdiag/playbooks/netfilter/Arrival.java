package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import java.util.Optional;

/// What the host's rules do to the first packet of an outside client to a published port.
///
/// @param client who asks
/// @param device the interface that it comes in by
/// @param asked the host's address that is asked
public record Arrival(
    Flow flow, PublishedPort binding, Address client, String device, Address asked, Trace trace) {

  /// The rule or policy that stops it for certain.
  public Optional<Place> stoppedAt() {
    return switch (trace.fate()) {
      case Fate.Dropped(Place place) -> Optional.of(place);
      case Fate.Rejected(Place place, _) -> Optional.of(place);
      default -> Optional.empty();
    };
  }

  /// Whether it comes as far as a network of containers, or to docker-proxy.
  public boolean passes() {
    return trace.fate() instanceof Fate.Sent || trace.fate() instanceof Fate.Delivered;
  }

  /// Who, and what of his: `mysql 3306/tcp`.
  @Override
  public String toString() {
    return flow.container() + " " + binding.hostPort() + "/" + binding.container().protocol();
  }
}

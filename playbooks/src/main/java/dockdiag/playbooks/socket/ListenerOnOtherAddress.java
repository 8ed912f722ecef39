package dockdiag.playbooks.socket;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.Socket;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The server is bound to one address of the container, and packets come to another.
public final class ListenerOnOtherAddress implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Port port = flow.port().orElseThrow();
    Listeners listeners = Listeners.of(flow, facts);
    List<Socket> here = listeners.on(port);
    Optional<Address> target = target(listeners.container());
    if (here.isEmpty() || target.isEmpty() || here.stream().anyMatch(one -> one.local().isAny())) {
      return Optional.empty();
    }
    boolean takes = here.stream().anyMatch(one -> one.local().equals(target.get()));
    if (takes || here.stream().allMatch(one -> one.local().isLoopback())) {
      return Optional.empty();
    }
    Socket first = here.getFirst();
    return Optional.of(
        Finding.error(flow.subject())
            .word("process", listeners.name(first, facts))
            .word("listener", first.local().with(first.localPort()))
            .word("target", target.get())
            .because(listeners.probe(), listeners.describe(first, facts))
            .because(
                flow.inspect(), "addresses " + Evidence.list(listeners.container().addresses()))
            .mend(Remedy.byHand("bind")));
  }

  @Override
  public Set<String> brings() {
    return Set.of("proxy-answers-backend-closed");
  }

  /// The address that the engine translates to: the one of the network that has the default route,
  /// by priority, then by name (libnetwork's order of endpoints).
  private static Optional<Address> target(Container container) {
    return container.endpoints().stream()
        .filter(endpoint -> endpoint.ipv4().flatMap(ip -> ip.gateway()).isPresent())
        .min(
            Comparator.comparingInt((Endpoint endpoint) -> -endpoint.gatewayPriority())
                .thenComparing(Endpoint::network))
        .flatMap(Endpoint::ipv4)
        .map(Endpoint.Ip::address);
  }
}

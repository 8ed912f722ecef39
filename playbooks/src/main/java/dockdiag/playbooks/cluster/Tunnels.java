package dockdiag.playbooks.cluster;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.SandboxProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Between whom the containers' own packets go, wrapped by VXLAN (RFC 7348).
///
/// @param own this node's address for them, `--data-path-addr`; empty where none is known
/// @param port at which they come in; empty where this node has no end of a network and no manager
///   tells
/// @param ends the other nodes, each at its address for them: where these are not those by which
///   the managers know them, those alone of whom the nodes have told each other
public record Tunnels(Optional<Address> own, Optional<Port> port, List<Other> ends) {

  public Tunnels {
    ends = List.copyOf(ends);
  }

  /// Of this swarm.
  public record Of() implements Inference<Tunnels> {

    @Override
    public Tunnels infer(Facts facts) throws Unobservable {
      Membership membership = facts.get(new MembershipProbe());
      List<Overlay> entered =
          facts.infer(new OverlaysOf()).stream().filter(one -> !one.local().isEmpty()).toList();
      Optional<Address> own = membership.address();
      TreeMap<String, Address> told = new TreeMap<>();
      for (Overlay overlay : entered) {
        for (Gossip.Bearer one : facts.get(new GossipProbe(overlay.network().id())).bearers()) {
          if (overlay.has(one.address())) {
            own = one.host().or(membership::address);
          } else {
            one.host().ifPresent(host -> told.put(host.toString(), host));
          }
        }
      }
      return new Tunnels(own, port(membership, entered, facts), ends(told.values(), facts));
    }
  }

  private static List<Other> ends(Iterable<Address> told, Facts facts) throws Unobservable {
    List<Other> others = facts.infer(new OthersOf());
    Set<Address> known = others.stream().map(Other::address).collect(Collectors.toSet());
    List<Other> ends = new ArrayList<>();
    boolean apart = false;
    for (Address host : told) {
      apart |= !known.contains(host);
      ends.add(
          others.stream()
              .filter(one -> one.address().equals(host))
              .findFirst()
              .orElseGet(() -> Other.untold(host, Other.Role.WORKER)));
    }
    return apart ? ends : others;
  }

  private static Optional<Port> port(Membership membership, List<Overlay> entered, Facts facts)
      throws Unobservable {
    if (membership.isTold()) {
      return Optional.of(new Port(membership.dataPort(), Protocol.UDP));
    }
    for (Overlay overlay : entered) {
      Namespace inside = facts.get(new SandboxProbe(overlay.network().id()));
      Optional<Integer> port =
          facts.get(new LinksProbe(inside)).stream()
              .flatMap(one -> one.port().stream())
              .findFirst();
      if (port.isPresent()) {
        return port.map(number -> new Port(number, Protocol.UDP));
      }
    }
    return Optional.empty();
  }
}

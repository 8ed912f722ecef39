package dockdiag.playbooks.cluster;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// For each overlay network and each node that has containers in it, a packet to each of the first
/// few of them, from a container that this node has in it.
public record AcrossOf() implements Inference<List<Across>> {

  /// Of the service `discard` (RFC 863), which nobody has: that the other container's kernel
  /// refuses it tells as much as if somebody took it.
  private static final Port ANY = new Port(9, Protocol.TCP);

  /// One may have its own reasons to keep silent.
  private static final int FEW = 3;

  @Override
  public List<Across> infer(Facts facts) throws Unobservable {
    List<Across> all = new ArrayList<>();
    List<Other> ends = facts.infer(new Tunnels.Of()).ends();
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      if (!overlay.local().isEmpty()) {
        List<Gossip.Bearer> bearers = facts.get(new GossipProbe(overlay.network().id())).bearers();
        for (Other end : ends) {
          List<Gossip.Bearer> there = bearers.stream().filter(one -> isOn(one, end)).toList();
          for (Gossip.Bearer one : there.subList(0, Math.min(FEW, there.size()))) {
            all.add(across(overlay, end, one, facts));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean isOn(Gossip.Bearer bearer, Other end) {
    return bearer.host().equals(Optional.of(end.address()));
  }

  private static Across across(Overlay overlay, Other end, Gossip.Bearer there, Facts facts)
      throws Unobservable {
    return new Across(end, overlay, probe(overlay, there, facts));
  }

  /// The packet to one of them.
  static ConnectProbe probe(Overlay overlay, Gossip.Bearer there, Facts facts) throws Unobservable {
    String from = overlay.local().getFirst().name();
    Container container = facts.get(new ContainerProbe(from));
    Namespace inside = new Namespace.OfContainer(from, container.state().pid());
    return new ConnectProbe(inside, there.address(), ANY, "");
  }
}

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

/// For each overlay network and each node that has a container in it, one packet there, from a
/// container that this node has in it.
public record AcrossOf() implements Inference<List<Across>> {

  /// Of the service `discard` (RFC 863), which nobody has: that the other container's kernel
  /// refuses it tells as much as if somebody took it.
  private static final Port ANY = new Port(9, Protocol.TCP);

  @Override
  public List<Across> infer(Facts facts) throws Unobservable {
    List<Across> all = new ArrayList<>();
    List<Other> others = facts.infer(new OthersOf());
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      if (!overlay.local().isEmpty()) {
        List<Gossip.Bearer> bearers = facts.get(new GossipProbe(overlay.network().id())).bearers();
        for (Other other : others) {
          Optional<Gossip.Bearer> there =
              bearers.stream().filter(one -> isOn(one, other)).findFirst();
          if (there.isPresent()) {
            all.add(across(overlay, other, there.get(), facts));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean isOn(Gossip.Bearer bearer, Other other) {
    return bearer.host().equals(Optional.of(other.address()));
  }

  private static Across across(Overlay overlay, Other other, Gossip.Bearer there, Facts facts)
      throws Unobservable {
    String from = overlay.local().getFirst().name();
    Container container = facts.get(new ContainerProbe(from));
    Namespace inside = new Namespace.OfContainer(from, container.state().pid());
    ConnectProbe probe = new ConnectProbe(inside, there.address(), ANY, "");
    return new Across(other, overlay, from, there.name(), probe);
  }
}

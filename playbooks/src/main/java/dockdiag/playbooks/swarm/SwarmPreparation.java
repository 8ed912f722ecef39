package dockdiag.playbooks.swarm;

import dockdiag.playbooks.cluster.Across;
import dockdiag.playbooks.cluster.AcrossOf;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.Overlay;
import dockdiag.playbooks.cluster.OverlaysOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.NodesProbe;
import dockdiag.probes.swarm.ServicesProbe;
import dockdiag.probes.swarm.TasksProbe;
import java.util.ArrayList;
import java.util.List;

/// Observes side by side what a swarm's checks will ask: first what there is, then each of it.
public final class SwarmPreparation {

  private SwarmPreparation() {}

  /// Nothing more where the engine is in no swarm.
  public static void of(Facts facts) {
    facts.prepare(
        List.of(
            new MembershipProbe(), new DaemonProbe(), new NetworksProbe(), new ContainersProbe()));
    try {
      Membership own = facts.get(new MembershipProbe());
      if (own.isTold()) {
        facts.prepare(List.of(new NodesProbe(), new ServicesProbe()));
        facts.prepare(
            facts.get(new ServicesProbe()).stream()
                .map(service -> new TasksProbe(service.name()))
                .toList());
      }
      facts.prepare(gossip(facts));
      facts.prepare(packets(own, facts));
    } catch (Unobservable unknown) {
      return; // whoever needs it will be told the same
    }
  }

  private static List<GossipProbe> gossip(Facts facts) throws Unobservable {
    return facts.infer(new OverlaysOf()).stream()
        .map(Overlay::network)
        .map(network -> new GossipProbe(network.id()))
        .toList();
  }

  private static List<Probe<?>> packets(Membership own, Facts facts) throws Unobservable {
    List<Probe<?>> packets = new ArrayList<>();
    if (own.isActive()) {
      for (Other other : facts.infer(new OthersOf())) {
        packets.add(other.asked(Other.GOSSIP));
        if (other.isManager()) {
          packets.add(other.asked(Other.MANAGEMENT));
        }
      }
      facts.infer(new AcrossOf()).stream().map(Across::probe).forEach(packets::add);
    }
    return packets;
  }
}

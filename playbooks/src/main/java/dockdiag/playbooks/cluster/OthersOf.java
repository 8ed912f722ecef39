package dockdiag.playbooks.cluster;

import dockdiag.playbooks.cluster.Other.Role;
import dockdiag.playbooks.cluster.Other.State;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.Node;
import dockdiag.probes.swarm.NodesProbe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The other nodes: as a manager lists them; where none can tell, the managers that this node
/// knows, and those who take part in its overlay networks.
public record OthersOf() implements Inference<List<Other>> {

  @Override
  public List<Other> infer(Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    return own.isTold() ? listed(own, facts) : heardOf(own, facts);
  }

  private static List<Other> listed(Membership own, Facts facts) throws Unobservable {
    List<Other> others = new ArrayList<>();
    List<Node> nodes = facts.get(new NodesProbe());
    for (Node node : nodes) {
      State state = node.isReady() ? State.READY : node.isDown() ? State.DOWN : State.UNTOLD;
      Role role = node.manager().isPresent() ? Role.MANAGER : Role.WORKER;
      node.address()
          .filter(_ -> !node.id().equals(own.nodeId()) && !isLeftOver(node, nodes))
          .ifPresent(address -> others.add(new Other(node.name(), address, role, state)));
    }
    return others;
  }

  /// Whether it is an entry of earlier: its host left the swarm and joined it again.
  public static boolean isLeftOver(Node node, List<Node> nodes) {
    return !node.isReady()
        && nodes.stream()
            .anyMatch(other -> other.isReady() && other.address().equals(node.address()));
  }

  private static List<Other> heardOf(Membership own, Facts facts) throws Unobservable {
    Map<Address, Other> others = new LinkedHashMap<>();
    for (Membership.Remote manager : own.managers()) {
      if (!manager.nodeId().equals(own.nodeId())) {
        others.put(manager.address(), Other.untold(manager.address(), Role.MANAGER));
      }
    }
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      for (Gossip.Peer peer : facts.get(new GossipProbe(overlay.network().id())).peers()) {
        if (own.address().filter(peer.address()::equals).isEmpty()) {
          others.putIfAbsent(peer.address(), Other.untold(peer.address(), Role.WORKER));
        }
      }
    }
    return List.copyOf(others.values());
  }
}

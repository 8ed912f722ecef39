package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.cluster.Other;
import dockdiag.playbooks.cluster.OthersOf;
import dockdiag.playbooks.cluster.Overlay;
import dockdiag.playbooks.cluster.OverlaysOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.net.Address;
import dockdiag.probes.swarm.Gossip;
import dockdiag.probes.swarm.GossipProbe;
import dockdiag.probes.swarm.Membership;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.Node;
import dockdiag.probes.swarm.NodesProbe;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.Service.ServicePort;
import dockdiag.probes.swarm.ServicesProbe;
import dockdiag.probes.swarm.Task;
import dockdiag.probes.swarm.TasksProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The swarm in tables: this engine's place in it, its nodes, its networks, its services.
public final class SwarmOverview {

  private static final String NOTHING = "-";

  /// A table that may not be seen.
  private interface Table {
    Overview of(Facts facts) throws Unobservable;
  }

  private SwarmOverview() {}

  /// Those that can be seen.
  public static List<Overview> of(Facts facts) {
    return List.<Table>of(
            SwarmOverview::membership,
            SwarmOverview::nodes,
            SwarmOverview::overlays,
            SwarmOverview::services)
        .stream()
        .flatMap(table -> seen(table, facts).stream())
        .toList();
  }

  private static Optional<Overview> seen(Table table, Facts facts) {
    try {
      return Optional.of(table.of(facts));
    } catch (Unobservable unseen) {
      return Optional.empty(); // the checks say what could not be seen
    }
  }

  private static Overview membership(Facts facts) throws Unobservable {
    Membership own = facts.get(new MembershipProbe());
    String role = own.isActive() ? role(own.manager()) : NOTHING;
    String address = own.address().map(Address::toString).orElse(NOTHING);
    return new Overview(
        "membership",
        List.of("state", "role", "address"),
        List.of(List.of(own.state(), role, address)));
  }

  private static String role(boolean manager) {
    return manager ? "manager" : "worker";
  }

  private static Overview nodes(Facts facts) throws Unobservable {
    boolean told = facts.get(new MembershipProbe()).isTold();
    return new Overview(
        "nodes",
        List.of("node", "role", "availability", "state", "address"),
        told ? listed(facts) : heardOf(facts));
  }

  private static List<List<String>> listed(Facts facts) throws Unobservable {
    List<List<String>> rows = new ArrayList<>();
    for (Node node : facts.get(new NodesProbe())) {
      String role = node.manager().map(SwarmOverview::role).orElse("worker");
      String address = node.address().map(Address::toString).orElse(NOTHING);
      rows.add(List.of(node.name(), role, node.availability(), node.state(), address));
    }
    return rows;
  }

  private static String role(Node.Management manager) {
    return manager.leader() ? "leader" : "manager, " + manager.reachability();
  }

  private static List<List<String>> heardOf(Facts facts) throws Unobservable {
    List<List<String>> rows = new ArrayList<>();
    for (Other other : facts.infer(new OthersOf())) {
      String role = role(other.isManager());
      rows.add(List.of(NOTHING, role, NOTHING, NOTHING, other.address().toString()));
    }
    return rows;
  }

  private static Overview overlays(Facts facts) throws Unobservable {
    List<List<String>> rows = new ArrayList<>();
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      Gossip gossip = facts.get(new GossipProbe(overlay.network().id()));
      rows.add(
          List.of(
              overlay.network().name(),
              overlay.network().attachable() ? "attachable" : "services",
              list(overlay.local().stream().map(ContainerSummary::name).toList()),
              list(gossip.peers().stream().map(Gossip.Peer::address).toList())));
    }
    return new Overview("overlays", List.of("network", "open", "containers", "peers"), rows);
  }

  private static Overview services(Facts facts) throws Unobservable {
    List<List<String>> rows = new ArrayList<>();
    if (facts.get(new MembershipProbe()).isTold()) {
      for (Service service : facts.get(new ServicesProbe())) {
        List<Task> tasks = facts.get(new TasksProbe(service.name()));
        rows.add(
            List.of(
                service.name(),
                service.mode(),
                service.endpointMode(),
                list(service.ports().stream().map(SwarmOverview::port).toList()),
                tasks.stream().filter(Task::isRunning).count() + "/" + wanted(service)));
      }
    }
    return new Overview(
        "services", List.of("service", "mode", "endpoint", "published", "running"), rows);
  }

  private static String wanted(Service service) {
    return service.replicas().isPresent() ? service.wanted() + "" : service.mode();
  }

  private static String port(ServicePort port) {
    String published = port.published().map(one -> one.number() + "").orElse("?");
    return (published + "->" + port.target() + " " + port.mode()).toLowerCase(Locale.ROOT);
  }

  private static String list(List<?> things) {
    return things.isEmpty() ? NOTHING : Evidence.list(things);
  }
}

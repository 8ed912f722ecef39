package dockdiag.playbooks.topology;

import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All networks and what is plugged into them; of a container that cannot be entered, what the
/// engine says.
public record TopologyOf() implements Inference<Topology> {

  private static final Comparator<Plug> BY_NAME =
      Comparator.comparing(plug -> plug.container().name());

  /// Engines have an order of their own, and before 23 none at all.
  private static final Comparator<DockerNetwork> NETWORKS =
      Comparator.comparing(DockerNetwork::name).thenComparing(DockerNetwork::id);

  @Override
  public Topology infer(Facts facts) throws Unobservable {
    List<DockerNetwork> networks =
        facts.get(new NetworksProbe()).stream().sorted(NETWORKS).toList();
    Seen<List<Link>> outside = Seen.of(new LinksProbe(Namespace.HOST), facts);
    Map<DockerNetwork, List<Plug>> plugs = new LinkedHashMap<>();
    networks.forEach(network -> plugs.put(network, new ArrayList<>()));
    for (ContainerSummary container : facts.get(new ContainersProbe())) {
      Seen<Container> described = described(container, facts);
      Seen<List<Link>> inside = inside(described, facts);
      for (Endpoint endpoint : endpoints(container, described)) {
        networks.stream()
            .filter(network -> isOf(endpoint, network))
            .map(one -> new Plug(one, container, endpoint, described, inside, outside))
            .forEach(plug -> of(plugs, plug).add(plug));
      }
    }
    return new Topology(
        plugs.entrySet().stream()
            .map(each -> new Cables(each.getKey(), outside, sorted(each.getValue())))
            .toList());
  }

  /// The engine's list leaves out aliases and names.
  private static List<Endpoint> endpoints(ContainerSummary listed, Seen<Container> described) {
    return described.known().map(Container::endpoints).orElse(listed.endpoints());
  }

  /// A container that never started knows its networks by their names alone.
  private static boolean isOf(Endpoint endpoint, DockerNetwork network) {
    return endpoint.networkId().isEmpty()
        ? endpoint.network().equals(network.name())
        : endpoint.networkId().equals(network.id());
  }

  private static List<Plug> of(Map<DockerNetwork, List<Plug>> plugs, Plug plug) {
    return plugs.getOrDefault(plug.network(), new ArrayList<>());
  }

  private static List<Plug> sorted(List<Plug> plugs) {
    return plugs.stream().sorted(BY_NAME).toList();
  }

  private static Seen<Container> described(ContainerSummary container, Facts facts) {
    boolean live =
        container.status() == Container.Status.RUNNING
            || container.status() == Container.Status.PAUSED;
    return live
        ? Seen.of(new ContainerProbe(container.name()), facts)
        : new Seen.Hidden<>(notRunning(container.name()));
  }

  private static Seen<List<Link>> inside(Seen<Container> described, Facts facts) {
    return switch (described) {
      case Seen.Hidden<Container>(Unobservable why) -> new Seen.Hidden<>(why);
      case Seen.Fact<Container>(Container one) when !one.hasProcess() ->
          new Seen.Hidden<>(notRunning(one.name()));
      case Seen.Fact<Container>(Container one) -> Seen.of(new LinksProbe(namespace(one)), facts);
    };
  }

  private static Namespace namespace(Container container) {
    return new Namespace.OfContainer(container.name(), container.state().pid());
  }

  private static Unobservable notRunning(String container) {
    return new Unobservable(Reason.NOT_PRESENT, container + " does not run");
  }
}

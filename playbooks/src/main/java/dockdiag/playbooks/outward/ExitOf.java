package dockdiag.playbooks.outward;

import dockdiag.playbooks.route.Policy;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Seen;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The question where a container's packets to that address leave it.
record ExitOf(String container, Address to) implements Inference<Exit> {

  @Override
  public Exit infer(Facts facts) throws Unobservable {
    Container owner = owner(facts.get(new ContainerProbe(container)), facts);
    Namespace inside = inside(owner);
    RoutingProbe routing = new RoutingProbe(inside, to.isIpv6() ? IpVersion.V6 : IpVersion.V4);
    return new Exit(
        owner,
        inside,
        plugs(owner, inside, facts),
        routing,
        new Policy(facts.get(routing)).choice(to).map(Policy.Choice::route));
  }

  private static Container owner(Container asker, Facts facts) throws Unobservable {
    return asker.networking().mode() instanceof NetworkMode.OfContainer(String other)
        ? facts.get(new ContainerProbe(other))
        : asker;
  }

  private static Namespace inside(Container owner) {
    return owner.networking().mode() instanceof NetworkMode.OfHost
        ? Namespace.HOST
        : new Namespace.OfContainer(owner.name(), owner.state().pid());
  }

  private static List<Plug> plugs(Container owner, Namespace inside, Facts facts)
      throws Unobservable {
    List<Plug> plugs = new ArrayList<>();
    if (inside.equals(Namespace.HOST)) {
      return plugs;
    }
    Optional<ContainerSummary> listed =
        facts.get(new ContainersProbe()).stream()
            .filter(one -> one.id().equals(owner.id()))
            .findFirst();
    List<DockerNetwork> networks = facts.get(new NetworksProbe());
    Seen<List<Link>> within = Seen.of(new LinksProbe(inside), facts);
    Seen<List<Link>> outside = Seen.of(new LinksProbe(Namespace.HOST), facts);
    for (Endpoint endpoint : listed.isPresent() ? owner.endpoints() : List.<Endpoint>of()) {
      networks.stream()
          .filter(network -> network.id().equals(endpoint.networkId()))
          .map(one -> new Plug(one, listed.get(), endpoint, fact(owner), within, outside))
          .forEach(plugs::add);
    }
    return plugs;
  }

  private static Seen<Container> fact(Container owner) {
    return new Seen.Fact<>(owner);
  }
}

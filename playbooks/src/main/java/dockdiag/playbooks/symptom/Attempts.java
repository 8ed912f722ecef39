package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.docker.Residents;
import dockdiag.playbooks.exchange.Client;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The clients of one published port, class by class.
final class Attempts {

  private final Flow flow;
  private final Facts facts;
  private final Container container;
  private final Port port;

  private Attempts(Flow flow, Facts facts) throws Unobservable {
    this.flow = flow;
    this.facts = facts;
    this.container = facts.get(flow.inspect());
    this.port = flow.port().orElseThrow();
  }

  static List<Attempt> of(Flow flow, Facts facts) throws Unobservable {
    return new Attempts(flow, facts).all();
  }

  private List<Attempt> all() throws Unobservable {
    List<Attempt> attempts = new ArrayList<>();
    for (Entrance entrance : Entrance.to(container, port, facts)) {
      attempts.addAll(through(entrance));
    }
    if (container.hasProcess()) {
      attempts.addAll(sameNetwork());
    }
    return attempts;
  }

  /// Who asks the host: by its loopback only itself.
  private List<Attempt> through(Entrance entrance) throws Unobservable {
    Optional<Client> host = Optional.of(new Client.OnHost());
    ConnectProbe probe = entrance.probe();
    if (entrance.kind() == Entrance.Kind.LOOPBACK) {
      return List.of(new Attempt("host-loopback", host, probe));
    }
    List<Attempt> attempts = new ArrayList<>();
    attempts.add(new Attempt(Attempt.OUTSIDE, outside(probe.to()), probe));
    attempts.add(new Attempt("host-address", host, probe));
    otherNetwork(probe).ifPresent(attempts::add);
    return attempts;
  }

  private Optional<Client> outside(Address to) {
    try {
      return Client.outside(facts, flow.client(), to);
    } catch (Unobservable unknown) {
      return Optional.empty();
    }
  }

  /// A container that shares no network with this one, else the first network that could have
  /// one.
  private Optional<Attempt> otherNetwork(ConnectProbe probe) throws Unobservable {
    List<DockerNetwork> others =
        facts.get(new NetworksProbe()).stream()
            .filter(network -> !isMine(network) && !network.internal())
            .toList();
    for (DockerNetwork network : others) {
      if (network.bridge().isPresent()) {
        Optional<Attempt> attempt = from(network, network.bridge().get(), probe);
        if (attempt.isPresent()) {
          return attempt;
        }
      }
    }
    return others.stream()
        .flatMap(network -> Client.on(network, probe.to()).stream())
        .findFirst()
        .map(client -> new Attempt(Attempt.OTHER_NETWORK, Optional.of(client), probe));
  }

  private Optional<Attempt> from(DockerNetwork network, String bridge, ConnectProbe probe)
      throws Unobservable {
    for (ContainerSummary other : others(network.id())) {
      Optional<Address> address = address(other, network, probe.to());
      if (address.isPresent() && other.endpoints().stream().noneMatch(this::isMine)) {
        Client client = new Client.OnBridge(bridge, address.get());
        return Optional.of(
            new Attempt(
                Attempt.OTHER_NETWORK,
                Optional.of(client),
                new ConnectProbe(inside(other), probe.to(), probe.port(), probe.hello())));
      }
    }
    return Optional.empty();
  }

  private boolean isMine(DockerNetwork network) {
    return container.endpoints().stream()
        .anyMatch(endpoint -> endpoint.networkId().equals(network.id()));
  }

  private boolean isMine(Endpoint endpoint) {
    return container.endpoints().stream()
        .anyMatch(own -> own.networkId().equals(endpoint.networkId()));
  }

  private List<ContainerSummary> others(String networkId) throws Unobservable {
    return Residents.of(networkId, facts).stream()
        .filter(other -> !other.id().equals(container.id()))
        .toList();
  }

  /// Of the family that is asked.
  private static Optional<Address> address(
      ContainerSummary container, DockerNetwork network, Address asked) {
    return container.endpoints().stream()
        .filter(endpoint -> endpoint.networkId().equals(network.id()))
        .flatMap(endpoint -> endpoint.addresses().stream())
        .filter(address -> address.isIpv6() == asked.isIpv6())
        .findFirst();
  }

  private Namespace inside(ContainerSummary other) throws Unobservable {
    Flow there = Flow.to(other.name());
    return there.inside(facts.get(there.inspect()));
  }

  /// From a neighbour's namespace where there is a neighbour, else from the container's own.
  private List<Attempt> sameNetwork() throws Unobservable {
    List<Attempt> attempts = new ArrayList<>();
    for (Endpoint endpoint : container.endpoints()) {
      Optional<DockerNetwork> network =
          facts.get(new NetworksProbe()).stream()
              .filter(one -> one.id().equals(endpoint.networkId()))
              .findFirst();
      for (Address address : endpoint.addresses()) {
        attempts.add(beside(network, endpoint, address));
      }
    }
    return attempts;
  }

  private Attempt beside(Optional<DockerNetwork> network, Endpoint endpoint, Address to)
      throws Unobservable {
    Optional<ContainerSummary> neighbour = others(endpoint.networkId()).stream().findFirst();
    Namespace from = neighbour.isPresent() ? inside(neighbour.get()) : flow.inside(container);
    Optional<String> bridge = network.flatMap(DockerNetwork::bridge);
    Optional<Address> address =
        neighbour.isPresent() && network.isPresent()
            ? address(neighbour.get(), network.get(), to)
            : Optional.empty();
    Optional<Client> client =
        bridge.flatMap(device -> address.map(one -> new Client.OnBridge(device, one)));
    if (neighbour.isEmpty()) {
      client = bridge.map(_ -> new Client.InContainer(container.name()));
    }
    return new Attempt("same-network", client, new ConnectProbe(from, to, port, ""));
  }
}

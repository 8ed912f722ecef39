package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the host's rules do to containers that ask somebody outside over IPv4 and TCP: one
/// container of each bridge network that lets its containers out.
public record Departures() implements Inference<List<Departure>> {

  private static final int HTTPS = 443;

  @Override
  public List<Departure> infer(Facts facts) throws Unobservable {
    Optional<Client> outside = Client.outside(facts, Optional.empty(), Address.ANY4);
    if (outside.isEmpty() || !(outside.get() instanceof Client.Outside somebody)) {
      return List.of();
    }
    PacketPath path = new PacketPath(Netns.of(facts, Namespace.HOST));
    List<Departure> departures = new ArrayList<>();
    for (DockerNetwork network : facts.get(new NetworksProbe())) {
      if (network.bridge().isPresent() && !network.internal()) {
        of(network, path, somebody.address(), facts).ifPresent(departures::add);
      }
    }
    return List.copyOf(departures);
  }

  private static Optional<Departure> of(
      DockerNetwork network, PacketPath path, Address somebody, Facts facts) throws Unobservable {
    String bridge = network.bridge().orElseThrow();
    for (ContainerSummary container : facts.get(new ContainersProbe())) {
      Optional<Address> address = address(container, network);
      if (container.status() == Status.RUNNING && address.isPresent()) {
        Endpoint from = new Endpoint(address.get(), Client.PORT);
        Endpoint to = new Endpoint(somebody, HTTPS);
        Packet packet = Packet.arriving(Protocol.TCP, from, to, bridge);
        return Optional.of(
            new Departure(network.name(), bridge, container.name(), path.arriving(packet)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Address> address(ContainerSummary container, DockerNetwork network) {
    return container.endpoints().stream()
        .filter(endpoint -> endpoint.networkId().equals(network.id()))
        .flatMap(endpoint -> endpoint.ipv4().stream())
        .map(ip -> ip.address())
        .findFirst();
  }
}

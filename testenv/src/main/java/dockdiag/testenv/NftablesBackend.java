package dockdiag.testenv;

import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.NetworkSettings;
import dockdiag.testenv.NftablesTable.Bridge;
import dockdiag.testenv.NftablesTable.Published;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The nftables backend of Docker 29, which no engine of the lab has: on a host of
/// [PacketFilter#NFTABLES] it puts the rules that dockerd 29 has there for the same bridge networks
/// and published ports.
public final class NftablesBackend {
  private static final String FILE = "/run/docker-bridges.nft";

  private final List<Bridge> bridges;
  private final List<Published> published;

  private NftablesBackend(DockerHost host) {
    bridges =
        host.docker().listNetworksCmd().exec().stream()
            .filter(network -> network.getDriver().equals("bridge"))
            // Only when asked for by itself a network tells its containers.
            .map(it -> host.docker().inspectNetworkCmd().withNetworkId(it.getId()).exec())
            .flatMap(NftablesBackend::bridges)
            .toList();
    published =
        host.docker().listContainersCmd().exec().stream()
            .map(it -> host.docker().inspectContainerCmd(it.getId()).exec().getNetworkSettings())
            .flatMap(this::published)
            .toList();
  }

  /// Puts the rules for the networks and containers that the host has now in the place of those
  /// that it put before.
  public static void program(DockerHost host) {
    NftablesBackend backend = new NftablesBackend(host);
    host.write(FILE, backend.table("ip").text() + backend.table("ip6").text());
    host.shell("nft -f " + FILE);
  }

  private NftablesTable table(String family) {
    return new NftablesTable(
        family,
        bridges.stream().filter(it -> it.family().equals(family)).toList(),
        published.stream().filter(it -> it.bridge().family().equals(family)).toList());
  }

  private static Stream<Bridge> bridges(Network network) {
    String made = "br-" + network.getId().substring(0, 12);
    String device = network.getOptions().getOrDefault("com.docker.network.bridge.name", made);
    return network.getIpam().getConfig().stream()
        .map(Network.Ipam.Config::getSubnet)
        .map(subnet -> new Bridge(device, familyOf(subnet), subnet, network));
  }

  /// Ports are published in one network of a container: not an internal one, the first by name.
  private Stream<Published> published(NetworkSettings settings) {
    return settings.getNetworks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .map(it -> bridges.stream().filter(b -> !b.isInternal() && isOf(it, b)).toList())
        .filter(ofNetwork -> !ofNetwork.isEmpty())
        .findFirst()
        .stream()
        .flatMap(List::stream)
        .flatMap(bridge -> published(bridge, settings));
  }

  private static Stream<Published> published(Bridge bridge, NetworkSettings settings) {
    ContainerNetwork endpoint =
        settings.getNetworks().values().stream()
            .filter(it -> isOf(it, bridge))
            .findAny()
            .orElseThrow();
    String address =
        bridge.family().equals("ip") ? endpoint.getIpAddress() : endpoint.getGlobalIPv6Address();
    return settings.getPorts().getBindings().entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .flatMap(entry -> Stream.of(entry.getValue()).map(it -> Map.entry(entry.getKey(), it)))
        .filter(it -> familyOf(it.getValue().getHostIp()).equals(bridge.family()))
        .map(it -> new Published(bridge, "" + address, it.getKey(), it.getValue()));
  }

  private static boolean isOf(ContainerNetwork endpoint, Bridge bridge) {
    return Objects.equals(endpoint.getNetworkID(), bridge.network().getId());
  }

  private static String familyOf(String addressOrSubnet) {
    return addressOrSubnet.contains(":") ? "ip6" : "ip";
  }
}

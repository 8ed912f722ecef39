package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork.Pool;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import java.util.List;
import java.util.Optional;

/// All networks, in the engine's order.
public record NetworksProbe() implements Probe<List<DockerNetwork>> {

  @Override
  public List<DockerNetwork> observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/networks", list -> list.items(NetworksProbe::network));
  }

  /// The same, asked once more: whether it is still so. The engine does not know the parameter.
  public record Again() implements Probe<List<DockerNetwork>> {
    @Override
    public List<DockerNetwork> observe(Host host) throws Unobservable {
      return EngineJson.get(host, "/networks?again", list -> list.items(NetworksProbe::network));
    }

    @Override
    public String source() {
      return new NetworksProbe().source();
    }

    @Override
    public String byHand() {
      return new NetworksProbe().byHand();
    }
  }

  @Override
  public String source() {
    return "docker network ls";
  }

  @Override
  public String byHand() {
    return "docker network inspect $(docker network ls -q)";
  }

  private static DockerNetwork network(Json json) {
    return new DockerNetwork(
        json.at("Id").text(),
        json.at("Name").text(),
        json.at("Driver").text(),
        json.at("Scope").text(),
        json.at("Internal").flag(),
        json.at("Attachable").flag(),
        json.at("Ingress").flag(),
        json.at("EnableIPv6").flag(),
        json.at("IPAM").at("Config").items().stream().flatMap(pool -> pool(pool).stream()).toList(),
        json.at("Options").textMembers(),
        json.at("Labels").textMembers());
  }

  private static Optional<Pool> pool(Json json) {
    return json.at("Subnet")
        .text(Subnet::parse)
        .map(
            subnet ->
                new Pool(
                    subnet,
                    json.at("Gateway").text(NetworksProbe::gateway),
                    json.at("IPRange").text(Subnet::parse)));
  }

  /// Older engines write the prefix length behind some gateways.
  private static Optional<Address> gateway(String text) {
    int slash = text.indexOf('/');
    return Address.parse(slash < 0 ? text : text.substring(0, slash));
  }
}

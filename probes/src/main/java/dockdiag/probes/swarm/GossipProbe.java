package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.swarm.Gossip.Bearer;
import dockdiag.probes.swarm.Gossip.Peer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What this node has heard of one overlay network.
///
/// @param network its id
public record GossipProbe(String network) implements Probe<Gossip> {

  @Override
  public Gossip observe(Host host) throws Unobservable {
    String path = "/networks/" + EngineJson.encoded(network) + "?verbose=true";
    return EngineJson.get(host, path, GossipProbe::gossip);
  }

  @Override
  public String source() {
    return "docker network inspect --verbose";
  }

  @Override
  public String byHand() {
    return "docker network inspect --verbose " + network;
  }

  private static Gossip gossip(Json json) {
    List<Peer> peers = json.at("Peers").items(GossipProbe::peer);
    return new Gossip(
        peers.stream().sorted(Comparator.comparing(one -> one.address().toString())).toList(),
        json.at("Services").members().entrySet().stream()
            .flatMap(
                service ->
                    service.getValue().at("Tasks").items().stream()
                        .flatMap(
                            task -> bearer(service.getKey(), service.getValue(), task).stream()))
            .sorted(Comparator.comparing(one -> one.address().toString()))
            .toList());
  }

  private static Peer peer(Json peer) {
    Json address = peer.at("IP");
    return new Peer(
        peer.at("Name").text(),
        address.text(Address::parse).orElseThrow(() -> address.misread("no address")));
  }

  private static Optional<Bearer> bearer(String name, Json service, Json task) {
    Optional<Address> host = Address.parse(task.at("Info").at("Host IP").text());
    Optional<Address> shared = Address.parse(service.at("VIP").text());
    return Address.parse(task.at("EndpointIP").text())
        .map(address -> new Bearer(name, shared, task.at("Name").text(), address, host));
  }
}

package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// All nodes; NOT_PRESENT where the engine is no swarm manager.
public record NodesProbe() implements Probe<List<Node>> {

  @Override
  public List<Node> observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/nodes", list -> list.items(NodesProbe::node));
  }

  @Override
  public String source() {
    return "docker node ls";
  }

  @Override
  public String byHand() {
    return "docker node inspect $(docker node ls -q)";
  }

  private static Node node(Json json) {
    Json status = json.at("Status");
    Json manager = json.at("ManagerStatus");
    Optional<Address> own = status.at("Addr").text(Address::parse).filter(it -> !it.isAny());
    return new Node(
        json.at("ID").text(),
        json.at("Description").at("Hostname").text(),
        json.at("Spec").at("Availability").text(),
        status.at("State").text(),
        status.at("Message").text(),
        manager.at("Addr").text(MembershipProbe::host).or(() -> own),
        manager.isAbsent()
            ? Optional.empty()
            : Optional.of(
                new Node.Management(
                    manager.at("Leader").flag(), manager.at("Reachability").text())));
  }
}

package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import java.util.Optional;

/// The engine's place in a swarm.
public record MembershipProbe() implements Probe<Membership> {

  private static final int DATA_PORT = 4789;

  @Override
  public Membership observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/info", info -> membership(info.at("Swarm")));
  }

  @Override
  public String source() {
    return "docker info";
  }

  @Override
  public String byHand() {
    return "docker info --format '{{json .Swarm}}'";
  }

  private static Membership membership(Json swarm) {
    Json port = swarm.at("Cluster").at("DataPathPort");
    return new Membership(
        swarm.at("LocalNodeState").text(),
        swarm.at("ControlAvailable").flag(),
        swarm.at("NodeID").text(),
        swarm.at("NodeAddr").text(Address::parse),
        swarm.at("Error").text(),
        swarm.at("RemoteManagers").items(MembershipProbe::manager),
        port.isAbsent() || port.integer() == 0 ? DATA_PORT : port.integer());
  }

  private static Membership.Remote manager(Json manager) {
    Json address = manager.at("Addr");
    return new Membership.Remote(
        manager.at("NodeID").text(),
        address.text(MembershipProbe::host).orElseThrow(() -> address.misread("no address")));
  }

  /// `192.0.2.1:2377`, `[2001:db8::1]:2377`.
  static Optional<Address> host(String text) {
    String host = text.substring(0, Math.max(text.lastIndexOf(':'), 0));
    return Address.parse(host.replace("[", "").replace("]", ""));
  }
}

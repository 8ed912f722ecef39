package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Subnet;
import java.util.List;

/// The engine's `default-address-pools`; none where it was told none and takes its own.
public record AddressPoolsProbe() implements Probe<List<AddressPool>> {

  @Override
  public List<AddressPool> observe(Host host) throws Unobservable {
    return EngineJson.get(
        host, "/info", info -> info.at("DefaultAddressPools").items(AddressPoolsProbe::pool));
  }

  private static AddressPool pool(Json json) {
    return new AddressPool(
        json.at("Base").text(Subnet::parse).orElseThrow(() -> json.misread("no range")),
        json.at("Size").integer());
  }

  @Override
  public String source() {
    return "docker info";
  }

  @Override
  public String byHand() {
    return "docker info --format '{{json .DefaultAddressPools}}'";
  }
}

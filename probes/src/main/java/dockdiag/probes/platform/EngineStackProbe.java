package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The versions of the engine's parts, and the kernel as the engine sees it.
public record EngineStackProbe() implements Probe<EngineStack> {

  /// What `/version` tells.
  private record Versions(Map<String, String> components, String api, String leastApi) {}

  @Override
  public EngineStack observe(Host host) throws Unobservable {
    Versions versions = EngineJson.get(host, "/version", EngineStackProbe::versions);
    return EngineJson.get(host, "/info", info -> stack(versions, info));
  }

  @Override
  public String source() {
    return "docker version, docker info";
  }

  @Override
  public String byHand() {
    return "docker version; docker info";
  }

  private static Versions versions(Json version) {
    Map<String, String> components = new LinkedHashMap<>();
    version
        .at("Components")
        .items()
        .forEach(one -> components.put(one.at("Name").text(), one.at("Version").text()));
    return new Versions(
        components, version.at("ApiVersion").text(), version.at("MinAPIVersion").text());
  }

  private static EngineStack stack(Versions versions, Json info) {
    return new EngineStack(
        versions.components(),
        versions.api(),
        versions.leastApi(),
        info.at("KernelVersion").text(),
        info.at("Architecture").text(),
        info.at("CgroupVersion").text(),
        info.at("Driver").text(),
        info.at("Swarm").at("LocalNodeState").text().equals("active"));
  }
}

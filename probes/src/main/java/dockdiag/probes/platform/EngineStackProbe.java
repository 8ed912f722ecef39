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

  @Override
  public EngineStack observe(Host host) throws Unobservable {
    Map<String, String> components = EngineJson.get(host, "/version", EngineStackProbe::components);
    return EngineJson.get(host, "/info", info -> stack(components, info));
  }

  @Override
  public String source() {
    return "docker version, docker info";
  }

  @Override
  public String byHand() {
    return "docker version; docker info";
  }

  private static Map<String, String> components(Json version) {
    Map<String, String> components = new LinkedHashMap<>();
    version
        .at("Components")
        .items()
        .forEach(one -> components.put(one.at("Name").text(), one.at("Version").text()));
    return components;
  }

  private static EngineStack stack(Map<String, String> components, Json info) {
    return new EngineStack(
        components,
        info.at("KernelVersion").text(),
        info.at("Architecture").text(),
        info.at("CgroupVersion").text(),
        info.at("Driver").text(),
        info.at("Swarm").at("LocalNodeState").text().equals("active"));
  }
}

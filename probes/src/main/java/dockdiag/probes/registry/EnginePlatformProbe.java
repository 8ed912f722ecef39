package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;

/// For which platform the engine pulls unless it is told otherwise, as registries write it:
/// `linux/amd64`.
public record EnginePlatformProbe() implements Probe<String> {

  @Override
  public String observe(Host host) throws Unobservable {
    return EngineJson.get(
        host, "/version", json -> json.at("Os").text() + "/" + json.at("Arch").text());
  }

  @Override
  public String source() {
    return "docker version";
  }

  @Override
  public String byHand() {
    return "docker version --format '{{.Server.Os}}/{{.Server.Arch}}'";
  }
}

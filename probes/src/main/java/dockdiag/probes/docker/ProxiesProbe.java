package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import java.util.Optional;

/// The engine's own proxies.
public record ProxiesProbe() implements Probe<Proxies> {

  @Override
  public Proxies observe(Host host) throws Unobservable {
    return EngineJson.get(
        host,
        "/info",
        json ->
            new Proxies(
                json.at("HttpProxy").text(Optional::of), json.at("HttpsProxy").text(Optional::of)));
  }

  @Override
  public String source() {
    return "docker info";
  }

  @Override
  public String byHand() {
    return "docker info --format '{{.HTTPProxy}} {{.HTTPSProxy}}'";
  }
}

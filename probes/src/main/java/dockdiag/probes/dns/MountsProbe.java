package dockdiag.probes.dns;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.MountsProbe.Mount;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.util.List;

/// What was asked to be mounted over a container's file system, by its name or id.
public record MountsProbe(String container) implements Probe<List<Mount>> {

  /// A mount.
  ///
  /// @param type `bind`, `volume`, `tmpfs`
  /// @param source a path of the host; empty of `tmpfs`
  /// @param destination a path of the container
  public record Mount(String type, String source, String destination) {}

  @Override
  public List<Mount> observe(Host host) throws Unobservable {
    String path = "/containers/" + EngineJson.encoded(container) + "/json";
    return EngineJson.get(host, path, json -> json.at("Mounts").items(MountsProbe::mount));
  }

  private static Mount mount(Json json) {
    return new Mount(
        json.at("Type").text(), json.at("Source").text(), json.at("Destination").text());
  }

  @Override
  public String source() {
    return "docker inspect " + container;
  }

  @Override
  public String byHand() {
    return "docker inspect " + container;
  }
}

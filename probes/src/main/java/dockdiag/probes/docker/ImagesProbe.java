package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import java.util.List;

/// The names of all images that have one, `debian:12`, in the engine's order.
public record ImagesProbe() implements Probe<List<String>> {

  @Override
  public List<String> observe(Host host) throws Unobservable {
    return EngineJson.get(
        host,
        "/images/json",
        images ->
            images.items().stream().flatMap(one -> one.at("RepoTags").texts().stream()).toList());
  }

  @Override
  public String source() {
    return "docker image ls";
  }

  @Override
  public String byHand() {
    return "docker image ls";
  }
}

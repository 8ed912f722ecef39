package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;

/// One image by its id or name.
public record ImageProbe(String idOrName) implements Probe<Image> {

  @Override
  public Image observe(Host host) throws Unobservable {
    return EngineJson.get(
        host, "/images/" + EngineJson.encoded(idOrName) + "/json", ImageProbe::image);
  }

  @Override
  public String source() {
    return "docker image inspect " + idOrName;
  }

  @Override
  public String byHand() {
    return "docker image inspect " + idOrName;
  }

  private static Image image(Json json) {
    Json config = json.at("Config");
    return new Image(
        json.at("Id").text(),
        json.at("RepoTags").texts(),
        json.at("Os").text(),
        json.at("Architecture").text(),
        json.at("Variant").text(),
        Ports.exposed(config.at("ExposedPorts")),
        config.at("Entrypoint").texts(),
        config.at("Cmd").texts(),
        ContainerReading.environment(config.at("Env").texts()),
        config.at("User").text());
  }
}

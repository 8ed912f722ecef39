package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;

/// For which platform an image says it is.
///
/// @param image its id or name
public record ImageLabelProbe(String image) implements Probe<ImageLabelProbe.Label> {

  /// What it says.
  ///
  /// @param os as Go names it: `linux`
  /// @param architecture as Go names it: `arm64`
  /// @param variant of the architecture: `v7`; empty where there is none
  public record Label(String os, String architecture, String variant) {
    @Override
    public String toString() {
      return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
  }

  @Override
  public Label observe(Host host) throws Unobservable {
    return EngineJson.get(
        host,
        "/images/" + EngineJson.encoded(image) + "/json",
        json ->
            new Label(
                json.at("Os").text(), json.at("Architecture").text(), json.at("Variant").text()));
  }

  @Override
  public String source() {
    return "docker image inspect " + image;
  }

  @Override
  public String byHand() {
    return "docker image inspect --format '{{.Os}}/{{.Architecture}}/{{.Variant}}' " + image;
  }
}

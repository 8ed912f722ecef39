package dockdiag.probes.registry;

import dockdiag.probes.Unobservable;
import dockdiag.probes.json.Json;
import java.util.List;

/// For which platforms a registry has an image.
///
/// @param platforms `linux/arm64/v8`, of an index (OCI image specification); empty where the answer
///   is the manifest of one image, which is taken whatever it is for
public record Manifest(boolean isIndex, List<String> platforms) {

  /// What the engine's index calls entries that are no images, such as attestations.
  private static final String NONE = "unknown/unknown";

  public Manifest {
    platforms = List.copyOf(platforms);
  }

  /// Reads an answer.
  ///
  /// @throws Unobservable NOT_UNDERSTOOD where it is no manifest
  public static Manifest of(Answer answer) throws Unobservable {
    return Json.read("manifest", answer.body(), Manifest::read);
  }

  private static Manifest read(Json json) {
    Json manifests = json.at("manifests");
    if (manifests.isAbsent() && json.at("config").isAbsent() && json.at("layers").isAbsent()) {
      throw json.misread("no manifest");
    }
    return new Manifest(
        !manifests.isAbsent(),
        manifests.items(one -> platform(one.at("platform"))).stream()
            .filter(one -> !one.equals(NONE))
            .toList());
  }

  private static String platform(Json platform) {
    String variant = platform.at("variant").text();
    return platform.at("os").text()
        + "/"
        + platform.at("architecture").text()
        + (variant.isEmpty() ? "" : "/" + variant);
  }

  /// Whether it has one for that system and architecture, whatever the variant.
  public boolean fits(String platform) {
    return !isIndex
        || platforms.stream()
            .anyMatch(one -> one.equals(platform) || one.startsWith(platform + "/"));
  }
}

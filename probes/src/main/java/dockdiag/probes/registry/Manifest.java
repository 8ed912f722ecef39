package dockdiag.probes.registry;

import dockdiag.probes.Unobservable;
import dockdiag.probes.json.Json;
import java.util.List;
import java.util.Map;

/// For which platforms a registry has an image.
///
/// @param platforms `linux/arm64/v8`, of an index (OCI image specification); empty where the answer
///   is the manifest of one image, which is taken whatever it is for
public record Manifest(boolean isIndex, List<String> platforms) {

  /// What the engine's index calls entries that are no images, such as attestations.
  private static final String NONE = "unknown/unknown";

  /// An entry that does not say what it is for, which the engine takes.
  private static final String UNTOLD = "/";

  /// What a processor runs besides its own (containerd, platforms/compare.go).
  private static final Map<String, String> OLDER =
      Map.of("linux/amd64", "linux/386", "linux/arm64", "linux/arm");

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

  /// Whether it has one that runs on that system and architecture, whatever the variant.
  public boolean fits(String platform) {
    String older = OLDER.getOrDefault(platform, platform);
    return !isIndex
        || platforms.stream()
            .anyMatch(one -> one.equals(UNTOLD) || isOf(one, platform) || isOf(one, older));
  }

  private static boolean isOf(String one, String platform) {
    return one.equals(platform) || one.startsWith(platform + "/");
  }
}

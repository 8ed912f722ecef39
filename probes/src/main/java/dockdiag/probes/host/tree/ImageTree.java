package dockdiag.probes.host.tree;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.engine.Engine;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Files of images that no container need be made of: their layers as the storage driver overlay2
/// keeps them on the host.
final class ImageTree {

  private final Engine engine;
  private final Map<String, List<Path>> layers = new ConcurrentHashMap<>();

  ImageTree(Engine engine) {
    this.engine = engine;
  }

  /// @param root what precedes a path of the host's files
  Beginning at(String root, String image, String path) throws Unobservable, IOException {
    List<Path> known = layers.get(image);
    if (known == null) {
      known = layers(root, image);
      layers.put(image, known);
    }
    return new FolderTree(known).at(path);
  }

  private List<Path> layers(String root, String image) throws Unobservable, IOException {
    String get = "/images/" + EngineJson.encoded(image) + "/json";
    List<String> folders =
        EngineJson.get(_ -> engine.get(get), get, answer -> folders(answer.at("GraphDriver")));
    if (folders.isEmpty()) {
      throw new Unobservable(
          Reason.NOT_PRESENT, "layers of " + image + ": the engine does not keep them as overlay2");
    }
    List<Path> paths = new ArrayList<>();
    for (String folder : folders) {
      // the engine's own folder; stat(2) says whether it may be read
      Path path = Path.of(root + folder);
      Files.readAttributes(path, "unix:mode");
      paths.add(path);
    }
    return paths;
  }

  /// The topmost first.
  private static List<String> folders(Json driver) {
    List<String> folders = new ArrayList<>();
    if (driver.at("Name").text().equals("overlay2")) {
      Json data = driver.at("Data");
      folders.add(data.at("UpperDir").text());
      folders.addAll(List.of(data.at("LowerDir").text().split(":")));
      folders.removeIf(folder -> !folder.startsWith("/") || folder.contains("/.."));
    }
    return folders;
  }
}

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Files of images that no container need be made of: their layers as the storage driver overlay2
/// keeps them on the host, else as the engine exports them.
final class ImageTree {

  private static final int OK = 200;

  /// The engine writes all of an image to its temporary folder before it sends it.
  private static final long MOST_COPIED = 1L << 30;

  /// Not a driver, but a snapshotter of containerd, out of which images are sent as they are.
  private static final String SNAPSHOTTER = "overlayfs";

  /// How an image is kept.
  ///
  /// @param isCopied whether the engine makes a copy of it to export it
  private record Kept(List<String> folders, boolean isCopied, long bytes) {}

  private final Engine engine;
  private final Map<String, LayeredTree> trees = new HashMap<>();

  ImageTree(Engine engine) {
    this.engine = engine;
  }

  /// One at a time: an image is exported once, whoever asks meanwhile.
  ///
  /// @param root what precedes a path of the host's files
  synchronized Beginning at(String root, String image, String path)
      throws Unobservable, IOException {
    LayeredTree known = trees.get(image);
    if (known == null) {
      known = tree(root, image);
      trees.put(image, known);
    }
    return known.at(path);
  }

  private LayeredTree tree(String root, String image) throws Unobservable, IOException {
    String name = EngineJson.encoded(image);
    String get = "/images/" + name + "/json";
    Kept kept = EngineJson.get(_ -> engine.get(get), get, ImageTree::kept);
    List<Path> folders = kept.folders().stream().map(folder -> Path.of(root + folder)).toList();
    // another driver, another machine, or no permission
    boolean readable = !folders.isEmpty() && folders.stream().allMatch(Files::isReadable);
    if (!readable && kept.isCopied() && kept.bytes() > MOST_COPIED) {
      throw new Unobservable(
          Reason.NOT_PERMITTED,
          "layers of "
              + image
              + ": not readable here, and too large to be exported; run as root for those of"
              + " overlay2");
    }
    return readable ? LayeredTree.ofFolders(folders) : exported("/images/" + name + "/get");
  }

  private static Kept kept(Json image) {
    Json driver = image.at("GraphDriver");
    String name = driver.at("Name").text();
    boolean isCopied = !name.isEmpty() && !name.equals(SNAPSHOTTER);
    return new Kept(folders(driver), isCopied, image.at("Size").number());
  }

  private LayeredTree exported(String get) throws Unobservable {
    return engine.stream(
        get,
        (status, body) -> {
          try {
            if (status == OK) {
              return ImageArchive.read(body);
            }
            throw new IOException("" + status);
          } catch (IOException broken) {
            throw new Unobservable(
                Reason.NOT_UNDERSTOOD, "GET " + get + ": " + broken.getMessage());
          }
        });
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

package dockdiag.testenv.debian;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// An image of one layer in the form that `docker save` writes and every engine loads
/// (moby, image/spec v1.2).
record ImageArchive(String reference, List<String> command, String exposed) {

  /// Makes the archive of the folder `root` in the workshop, which is deleted afterwards.
  void write(Path workshop, Path archive) throws IOException {
    Command.of("tar", "-C", "" + workshop.resolve("root"), "--numeric-owner", "--sort=name")
        .and("-cf", "" + workshop.resolve("layer.tar"), ".")
        .text();
    String layer = sum(workshop.resolve("layer.tar"));
    Files.writeString(workshop.resolve("config.json"), config(layer));
    String image = sum(workshop.resolve("config.json"));
    Files.move(workshop.resolve("config.json"), workshop.resolve(image + ".json"));
    Files.writeString(
        workshop.resolve("manifest.json"),
        """
        [{"Config": "%s.json", "RepoTags": ["%s"], "Layers": ["layer.tar"]}]
        """
            .formatted(image, reference));
    Command.of("tar", "-C", "" + workshop, "-cf", "" + archive, "manifest.json")
        .and(image + ".json", "layer.tar")
        .text();
    Command.of("rm", "-rf", "--one-file-system", "" + workshop).text();
  }

  private String config(String layer) {
    String ports = exposed.isEmpty() ? "" : "\"" + exposed + "\": {}";
    return """
    {"architecture": "%s", "os": "linux", "created": "2026-11-21T00:00:00Z",
     "config": {"Env": ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"],
                "Cmd": [%s], "ExposedPorts": {%s}},
     "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]},
     "history": [{"created": "2026-11-21T00:00:00Z", "created_by": "dockdiag testenv"}]}
    """
        .formatted(Suite.architecture(), quoted(command), ports, layer);
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }

  private static String sum(Path file) {
    return Command.of("sha256sum", "" + file).text().substring(0, 64);
  }
}

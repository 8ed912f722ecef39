package dockdiag.probes.host.tree;

import dockdiag.probes.Unobservable;
import dockdiag.probes.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An image as `docker save` writes it, read as it comes: a tar of tars, one a layer, and
/// `manifest.json`, which names them from the lowest on (moby, image/spec v1.2; since engine 25 the
/// layers are called as the OCI image specification has it, and may be compressed).
final class ImageArchive {

  private static final String MANIFEST = "manifest.json";
  private static final int MOST_MANIFEST = 1 << 20;
  private static final int ROOM = 24 << 20;
  private static final int BLOCK = 512;
  private static final int MAGIC = 257; // ustar, tar(5)
  private static final int GZIP = 0x1f8b; // RFC 1952

  private final Map<String, ArchiveLayer> layers = new HashMap<>();
  private final Map<String, String> links = new HashMap<>();
  private final Room room = new Room(ROOM);
  private String manifest = "";

  private ImageArchive() {}

  /// Its files.
  static LayeredTree read(InputStream tar) throws IOException, Unobservable {
    ImageArchive image = new ImageArchive();
    TarArchiveInputStream entries = new TarArchiveInputStream(tar, "UTF-8");
    TarArchiveEntry entry = entries.getNextEntry();
    while (entry != null) {
      image.add(entry, entries);
      entry = entries.getNextEntry();
    }
    return image.tree();
  }

  private void add(TarArchiveEntry entry, InputStream content) throws IOException {
    String name = entry.getName();
    if (name.equals(MANIFEST)) {
      manifest = new String(content.readNBytes(MOST_MANIFEST), StandardCharsets.UTF_8);
    } else if (entry.isSymbolicLink() || entry.isLink()) {
      // a layer that the image has twice: ../ID/layer.tar
      links.put(name, entry.getLinkName().replaceFirst("^(\\.\\./)+", ""));
    } else if (entry.isFile()) {
      BufferedInputStream layer = new BufferedInputStream(content);
      InputStream plain = isGzip(layer) ? new GZIPInputStream(layer) : layer;
      BufferedInputStream archive = new BufferedInputStream(plain);
      if (isTar(archive)) {
        layers.put(name, ArchiveLayer.read(archive, room));
      }
    }
  }

  private LayeredTree tree() throws IOException, Unobservable {
    List<String> names =
        Json.read(
            MANIFEST,
            manifest.isEmpty() ? "[]" : manifest,
            json -> json.items().stream().limit(1).flatMap(ImageArchive::names).toList());
    List<ArchiveLayer> topmostFirst = new ArrayList<>();
    for (String name : names.reversed()) {
      ArchiveLayer layer = layers.get(links.getOrDefault(name, name));
      if (layer == null) {
        throw new IOException("no layer " + name + " that could be read");
      }
      topmostFirst.add(layer);
    }
    if (topmostFirst.isEmpty()) {
      throw new IOException("an image without layers");
    }
    return new LayeredTree(topmostFirst);
  }

  private static Stream<String> names(Json image) {
    return image.at("Layers").texts().stream();
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    byte[] two = first(in, 2);
    return two.length == 2 && (((two[0] & 0xff) << 8) | (two[1] & 0xff)) == GZIP;
  }

  /// An empty layer is two blocks of zeros.
  private static boolean isTar(BufferedInputStream in) throws IOException {
    byte[] block = first(in, BLOCK);
    return block.length == BLOCK
        && (new String(block, MAGIC, 5, StandardCharsets.US_ASCII).equals("ustar")
            || Arrays.equals(block, new byte[BLOCK]));
  }

  private static byte[] first(BufferedInputStream in, int bytes) throws IOException {
    in.mark(bytes);
    byte[] read = in.readNBytes(bytes);
    in.reset();
    return read;
  }
}

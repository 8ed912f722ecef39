package dockdiag.probes.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dockdiag.probes.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads a bundle that anybody may have made: nothing in it is trusted.
final class BundleReader {

  private static final int MOST_ENTRIES = 20_000;
  private static final long MOST_BYTES = 128L << 20;

  private final Path file;
  private final Map<String, String> texts = new TreeMap<>();
  private long bytes;

  private BundleReader(Path file) {
    this.file = file;
  }

  static EvidenceBundle read(Path file) throws BundleUnreadable {
    BundleReader reader = new BundleReader(file);
    try {
      return reader.read();
    } catch (NoSuchFileException absent) {
      throw reader.unreadable("no such file");
    } catch (ZipException noZip) {
      throw reader.unreadable("no evidence bundle, or a truncated one: " + noZip.getMessage());
    } catch (IOException | UncheckedIOException failure) {
      throw reader.unreadable(String.valueOf(failure.getMessage()));
    }
  }

  private EvidenceBundle read() throws IOException, BundleUnreadable {
    boolean folder = Files.isDirectory(file);
    if (folder) {
      readFolder();
    } else {
      readZip();
    }
    String manifest = texts.remove(BundleManifest.NAME);
    if (manifest == null && !folder) {
      throw unreadable("no evidence bundle: it has no " + BundleManifest.NAME);
    }
    return bundle(manifest, folder);
  }

  private void readZip() throws IOException, BundleUnreadable {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            add(entry.getName(), in);
          }
        }
      }
    } catch (IllegalArgumentException strange) { // names that are no UTF-8
      throw unreadable("no evidence bundle: " + strange.getMessage());
    }
  }

  private void readFolder() throws IOException, BundleUnreadable {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(file)) {
      files = tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList();
    }
    for (Path path : files) {
      try (InputStream in = Files.newInputStream(path)) {
        add(file.relativize(path).toString().replace('\\', '/'), in);
      }
    }
  }

  private void add(String name, InputStream in) throws IOException, BundleUnreadable {
    if (!EntryName.isInside(name)) {
      throw unreadable("entry leads out of the bundle: " + name);
    }
    byte[] content = in.readNBytes((int) (MOST_BYTES - bytes) + 1);
    bytes += content.length;
    if (bytes > MOST_BYTES || texts.size() >= MOST_ENTRIES) {
      throw unreadable("larger than any bundle: more than 128 MiB or 20,000 entries");
    }
    if (texts.put(name, new String(content, StandardCharsets.UTF_8)) != null) {
      throw unreadable("entry stands twice: " + name);
    }
  }

  private EvidenceBundle bundle(@Nullable String manifest, boolean folder) throws BundleUnreadable {
    List<Entry> entries = new ArrayList<>();
    BundleHeader header = BundleHeader.none();
    if (manifest != null) {
      try {
        JsonObject json = BundleManifest.parse(manifest);
        requireSchema(json);
        header = BundleManifest.header(json);
        for (JsonElement element : json.getAsJsonArray("entries")) {
          entries.add(entry(element.getAsJsonObject(), folder));
        }
      } catch (JsonParseException
          | IllegalStateException
          | UnsupportedOperationException
          | ClassCastException
          | NullPointerException
          | IllegalArgumentException
          | DateTimeException strange) {
        throw unreadable(BundleManifest.NAME + " is not understood: " + strange.getMessage());
      }
    }
    texts.forEach((name, text) -> entries.add(unlisted(name, text)));
    return EvidenceBundle.of(header, entries);
  }

  private void requireSchema(JsonObject manifest) throws BundleUnreadable {
    JsonElement schema = manifest.get("schema");
    String found = schema == null ? "none" : schema.getAsString();
    if (!found.equals(BundleManifest.SCHEMA)) {
      throw unreadable(
          "its schema is %s, made by a newer dockdiag? This one reads %s"
              .formatted(found, BundleManifest.SCHEMA));
    }
  }

  private Entry entry(JsonObject json, boolean folder) throws BundleUnreadable {
    Entry entry = BundleManifest.entry(json);
    if (!EntryName.isInside(entry.name())) {
      throw unreadable("entry leads out of the bundle: " + entry.name());
    }
    if (!(entry instanceof Entry.Answered answered)) {
      return entry;
    }
    String text = texts.remove(entry.name());
    if (text == null) {
      throw unreadable("entry is missing: " + entry.name());
    }
    if (!folder && !Sha256.of(text).equals(json.get("sha256").getAsString())) {
      throw unreadable("entry was changed (sha256 differs): " + entry.name());
    }
    Response shell = answered.response();
    return new Entry.Answered(
        entry.name(), entry.request(), new Response(shell.status(), text, shell.micros()));
  }

  private static Entry unlisted(String name, String text) {
    Response response = new Response(EvidenceBundle.usualStatus(name), text, 0);
    return new Entry.Answered(name, Map.of(), response);
  }

  private BundleUnreadable unreadable(String what) {
    return new BundleUnreadable(String.valueOf(file), what);
  }
}

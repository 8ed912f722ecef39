package dockdiag.probes.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle; the same bundle gives the same bytes, on any day and in any time zone.
final class BundleWriter {

  private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private BundleWriter() {}

  // as a whole, so that a full disk leaves no half bundle that looks like one
  static void zip(EvidenceBundle bundle, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> text : texts(bundle).entrySet()) {
        ZipEntry entry = new ZipEntry(text.getKey());
        entry.setTimeLocal(ZIP_EPOCH);
        zip.putNextEntry(entry);
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    Files.write(file, bytes.toByteArray());
  }

  static void folder(EvidenceBundle bundle, Path folder) throws IOException {
    for (Map.Entry<String, String> text : texts(bundle).entrySet()) {
      Path file = folder.resolve(text.getKey());
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text.getValue());
    }
  }

  private static Map<String, String> texts(EvidenceBundle bundle) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(BundleManifest.NAME, BundleManifest.write(bundle));
    for (Entry entry : bundle.entries().values()) {
      if (!EntryName.isInside(entry.name())) {
        throw new IllegalArgumentException("leads out of the bundle: " + entry.name());
      }
      if (entry instanceof Entry.Answered answered) {
        texts.put(entry.name(), answered.response().body());
      }
    }
    return texts;
  }
}

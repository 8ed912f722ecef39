package dockdiag.probes.host;

import com.google.gson.JsonParser;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A host's raw answers, to be stored, sent, and asked again: `NAME.dockdiag.zip`, or the same as
/// a folder.
public final class EvidenceBundle {

  /// How a bundle's file ends.
  public static final String SUFFIX = ".dockdiag.zip";

  private static final int OK = 200;

  private final BundleHeader header;
  private final SortedMap<String, Entry> entries;

  private EvidenceBundle(BundleHeader header, SortedMap<String, Entry> entries) {
    this.header = header;
    this.entries = entries;
  }

  /// Of these entries.
  public static EvidenceBundle of(BundleHeader header, Collection<Entry> entries) {
    SortedMap<String, Entry> sorted = new TreeMap<>();
    entries.forEach(entry -> sorted.put(entry.name(), entry));
    return new EvidenceBundle(header, sorted);
  }

  /// Nothing is recorded.
  public static EvidenceBundle empty() {
    return new EvidenceBundle(BundleHeader.none(), new TreeMap<>());
  }

  /// From a zip or from a folder.
  ///
  /// In a folder, made to be edited by hand, checksums are not compared and the manifest may lack
  /// files, or be absent: such a file was answered with status 0, below `docker/` with 200.
  public static EvidenceBundle read(Path file) throws BundleUnreadable {
    return BundleReader.read(file);
  }

  /// As a zip: the same bundle gives the same bytes.
  public void write(Path zip) throws IOException {
    BundleWriter.zip(this, zip);
  }

  /// As a folder, which is made where it is missing; its other files stay.
  public void writeFolder(Path folder) throws IOException {
    BundleWriter.folder(this, folder);
  }

  /// Where a bundle that is wanted there is written: with the suffix, and one that holds secrets
  /// carries `-RAW` in its name.
  public Path fileFor(Path wanted) {
    String name = String.valueOf(wanted.getFileName());
    String stem = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    boolean marked = header.secrets() == BundleHeader.Secrets.MASKED || stem.endsWith("-RAW");
    return wanted.resolveSibling(stem + (marked ? "" : "-RAW") + SUFFIX);
  }

  /// What it says of itself.
  public BundleHeader header() {
    return header;
  }

  /// By name.
  public SortedMap<String, Entry> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }

  /// What was recorded of this request.
  public Optional<Entry> entry(Request request) {
    return Optional.ofNullable(entries.get(EntryName.of(request)));
  }

  /// With another header.
  public EvidenceBundle with(BundleHeader other) {
    return new EvidenceBundle(other, entries);
  }

  /// With this answer instead, or besides; its status stays, or is that of success.
  public EvidenceBundle with(String name, String text) {
    int status =
        entries.get(name) instanceof Entry.Answered known
            ? known.response().status()
            : usualStatus(name);
    return with(answered(name, new Response(status, text, 0)));
  }

  /// With this answer instead, or besides.
  public EvidenceBundle with(String name, Response response) {
    return with(answered(name, response));
  }

  /// With a failure instead of an answer.
  public EvidenceBundle unanswered(String name, Reason reason, String detail) {
    return with(new Entry.Unanswered(name, Map.of(), reason, detail));
  }

  /// As though it had never been asked.
  public EvidenceBundle without(String name) {
    SortedMap<String, Entry> others = new TreeMap<>(entries);
    others.remove(name);
    return new EvidenceBundle(header, others);
  }

  /// With a JSON answer changed by a merge patch (RFC 7396).
  ///
  /// @throws IllegalArgumentException where there is no such answer
  public EvidenceBundle merge(String name, String patch) {
    if (!(entries.get(name) instanceof Entry.Answered known)) {
      throw new IllegalArgumentException("no answer to patch: " + name);
    }
    String before = known.response().body();
    return with(
        name,
        MergePatch.apply(JsonParser.parseString(before), JsonParser.parseString(patch)).toString());
  }

  private EvidenceBundle with(Entry entry) {
    SortedMap<String, Entry> more = new TreeMap<>(entries);
    more.put(entry.name(), entry);
    return new EvidenceBundle(header, more);
  }

  private static Entry answered(String name, Response response) {
    return new Entry.Answered(name, Map.of(), response);
  }

  static int usualStatus(String name) {
    return name.startsWith("docker/") ? OK : 0;
  }
}

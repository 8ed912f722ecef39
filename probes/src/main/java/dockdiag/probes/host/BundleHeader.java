package dockdiag.probes.host;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a bundle says of itself.
///
/// @param tool name and version of the recorder
/// @param commandLine what was asked, word by word
/// @param time when, in whole seconds
/// @param host facts of the host that a report shows: `name`, `os`, `kernel`, …
/// @param secrets whether they were masked
public record BundleHeader(
    String tool,
    List<String> commandLine,
    Instant time,
    SortedMap<String, String> host,
    Secrets secrets) {

  /// Whether secrets were masked before anything was stored.
  public enum Secrets {
    /// They were.
    MASKED,
    /// `--no-redact`: they stand as they are.
    RAW
  }

  public BundleHeader {
    commandLine = List.copyOf(commandLine);
    host = new TreeMap<>(host);
  }

  /// Of a recording written by hand.
  public static BundleHeader none() {
    return new BundleHeader(
        "by hand", List.of(), Instant.EPOCH, new TreeMap<>(Map.of()), Secrets.MASKED);
  }
}

package dockdiag.cli.session;

import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordedHost;
import dockdiag.probes.host.RecordingHost;
import dockdiag.probes.host.RedactingHost;
import dockdiag.probes.host.Redaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a command works on: a host, live or recorded, and what is known of it.
///
/// @param time when the host was asked, in whole seconds
/// @param commandLine the words after `dockdiag`
/// @param endpoint the engine's socket
/// @param recorder of a live host, what it answered
/// @param redaction of a live host, unless secrets are to be kept
public record Session(
    Facts facts,
    Instant time,
    List<String> commandLine,
    String endpoint,
    Optional<RecordingHost> recorder,
    Optional<Redaction> redaction) {

  private static final String ENDPOINT = "endpoint";

  /// On a host as it is now.
  public static Session live(LiveOptions options, Secrets secrets, List<String> commandLine) {
    LiveHost live = new LiveHost(options);
    Redaction redaction = new Redaction();
    Host asked = secrets == Secrets.RAW ? live : new RedactingHost(live, redaction);
    RecordingHost recorder = new RecordingHost(asked);
    return new Session(
        new Facts(recorder),
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        commandLine,
        live.endpoint(),
        Optional.of(recorder),
        secrets == Secrets.RAW ? Optional.empty() : Optional.of(redaction));
  }

  /// On one that was recorded.
  public static Session replayed(EvidenceBundle bundle, List<String> commandLine) {
    BundleHeader header = bundle.header();
    return new Session(
        new Facts(RecordedHost.of(bundle)),
        header.time(),
        commandLine,
        header.host().getOrDefault(ENDPOINT, ""),
        Optional.empty(),
        Optional.empty());
  }

  /// The same facts, asked by other words.
  public Session asked(List<String> words) {
    return new Session(facts, time, words, endpoint, recorder, redaction);
  }

  /// Everything that was asked so far; empty of a recorded host.
  public Optional<EvidenceBundle> evidence() {
    BundleHeader header =
        new BundleHeader(
            Texts.tool(),
            commandLine,
            time,
            new TreeMap<>(Map.of(ENDPOINT, endpoint)),
            redaction.isPresent() ? Secrets.MASKED : Secrets.RAW);
    return recorder
        .map(recording -> recording.bundle(header))
        .map(bundle -> redaction.map(masks -> masks.sweep(bundle)).orElse(bundle));
  }

  /// The text without secrets that were only known after a part of it was.
  public String masked(String text) {
    return redaction.map(masks -> masks.text(text)).orElse(text);
  }

  /// The text without secrets that are known by now; what else is in it stays as it is.
  public String swept(String text) {
    return redaction.map(masks -> masks.sweep(text)).orElse(text);
  }
}

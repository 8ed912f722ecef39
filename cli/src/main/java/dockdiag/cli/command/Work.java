package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.cli.session.Streams;
import dockdiag.probes.host.EvidenceBundle;
import java.util.List;
import java.util.Optional;

/// What a command line is carried out with.
///
/// @param words the words after `dockdiag`
/// @param recording what is asked instead of a live host: `dockdiag replay`
/// @param desk whence live sessions come, and who hears of reports
public record Work(
    Streams streams, List<String> words, Optional<EvidenceBundle> recording, Desk desk) {

  public Work {
    words = List.copyOf(words);
  }

  /// Of a process that carries out one command line and ends.
  public Work(Streams streams, List<String> words, Optional<EvidenceBundle> recording) {
    this(streams, words, recording, Desk.ONE_SHOT);
  }

  /// Other words, on that recording.
  Work replaying(EvidenceBundle bundle, List<String> others) {
    return new Work(streams, others, Optional.of(bundle), desk);
  }

  /// Whether files may be written: where to is for a person to say, not for a recording.
  boolean mayWrite() {
    return recording.map(bundle -> !bundle.header().commandLine().equals(words)).orElse(true);
  }

  /// On the host that the options mean, or on the recording.
  Session session(DiagnosisOptions options) {
    options.ignored().forEach(one -> Slugs.known(one.slug()));
    return recording
        .map(bundle -> Session.replayed(bundle, words))
        .orElseGet(
            () -> desk.session(options.live(streams.environment()), options.secrets(), words));
  }
}

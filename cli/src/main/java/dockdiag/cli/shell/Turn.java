package dockdiag.cli.shell;

import dockdiag.cli.command.Desk;
import dockdiag.cli.command.Told;
import dockdiag.cli.command.Work;
import dockdiag.cli.session.Kept;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Streams;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.LiveOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/// One command line of the shell, which the person may give up while it is carried out: it is
/// heard no more then, and what it still finds out is forgotten.
final class Turn implements Desk {

  private final Kept kept;
  private final Gate out;
  private final Gate err;
  private final Work work;
  private volatile Optional<Told> told = Optional.empty();
  private volatile boolean isGivenUp;

  Turn(Kept kept, Streams streams, List<String> words) {
    this.kept = kept;
    this.out = new Gate(streams.out());
    this.err = new Gate(streams.err());
    Streams gated =
        new Streams(
            streams.in(),
            new PrintWriter(out),
            new PrintWriter(err, true),
            streams.terminal(),
            streams.environment());
    this.work = new Work(gated, words, Optional.empty(), this);
  }

  /// What it is carried out with.
  Work work() {
    return work;
  }

  @Override
  public Session session(LiveOptions options, Secrets secrets, List<String> words) {
    return kept.session(options, secrets, words);
  }

  @Override
  public void told(Told report) {
    told = Optional.of(report);
  }

  /// The report that it came to.
  Optional<Told> told() {
    return told;
  }

  /// What it said on standard output.
  String said() {
    return out.said();
  }

  void giveUp() {
    isGivenUp = true;
    out.close();
    err.close();
  }

  boolean isGivenUp() {
    return isGivenUp;
  }
}

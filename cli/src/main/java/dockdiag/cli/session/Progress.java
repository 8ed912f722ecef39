package dockdiag.cli.session;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/// Tells a person who waits how far the work is: one line on standard error, which is gone when the
/// work is done. In a pipe or a file, and for work that is done at once, there is none.
public final class Progress implements AutoCloseable {

  /// Nobody wonders before.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /// Back to the line's start, and what stood there is erased (ECMA-48, EL).
  private static final String ERASE = "\r\u001b[K";

  private static final int WIDTH = 79;

  private final Optional<PrintWriter> screen;
  private final long begun = System.nanoTime();
  private int all;
  private int done;
  private boolean isShown;

  private Progress(Optional<PrintWriter> screen) {
    this.screen = screen;
  }

  /// Of questions that are still to come.
  public static Progress on(Streams streams) {
    boolean isWatched = streams.terminal() == Streams.Terminal.YES;
    return new Progress(isWatched ? Optional.of(streams.err()) : Optional.empty());
  }

  /// One more is to be answered.
  public synchronized void expect() {
    all++;
  }

  /// Which question is looked at now.
  ///
  /// @param subject in a form that does no harm to a terminal
  public synchronized void now(String command, String subject) {
    if (System.nanoTime() - begun > PATIENCE.toNanos()) {
      screen.ifPresent(err -> show(err, Texts.say("progress", done, all, command, subject)));
    }
  }

  /// One more is answered.
  public synchronized void done() {
    done++;
  }

  @Override
  public synchronized void close() {
    if (isShown) {
      screen.ifPresent(err -> write(err, ERASE));
    }
  }

  private void show(PrintWriter err, String line) {
    write(err, ERASE + line.substring(0, Math.min(WIDTH, line.length())));
    isShown = true;
  }

  private static void write(PrintWriter err, String text) {
    err.print(text);
    err.flush();
  }
}

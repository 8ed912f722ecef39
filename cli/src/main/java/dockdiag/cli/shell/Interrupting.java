package dockdiag.cli.shell;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Waits for a command on a thread of its own, so that Ctrl-C ends the waiting at once, whatever
/// the command waits for.
final class Interrupting implements Shell.Waiting {

  /// As a shell tells a command that was interrupted.
  static final int STATUS = 130;

  private @Nullable Running running;

  private record Running(Turn turn, Thread thread, CompletableFuture<Integer> ended) {}

  @Override
  public int await(Turn turn, IntSupplier command) {
    CompletableFuture<Integer> ended = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().daemon().unstarted(() -> carryOut(command, ended));
    tell(new Running(turn, thread, ended));
    thread.start();
    try {
      return ended.join();
    } finally {
      tell(null);
    }
  }

  /// Ends the command that runs, if one does.
  synchronized void interrupt() {
    if (running != null) {
      running.turn().giveUp();
      running.thread().interrupt();
      running.ended().complete(STATUS);
    }
  }

  private synchronized void tell(@Nullable Running now) {
    running = now;
  }

  private static void carryOut(IntSupplier command, CompletableFuture<Integer> ended) {
    try {
      ended.complete(command.getAsInt());
    } catch (RuntimeException | Error broken) {
      ended.completeExceptionally(broken);
    }
  }
}

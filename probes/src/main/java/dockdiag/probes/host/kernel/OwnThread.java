package dockdiag.probes.host.kernel;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Answers one question on a platform thread of its own, which ends with it.
///
/// So a question may enter a namespace (setns(2) moves one thread), and one that hangs costs the
/// caller no more than its deadline.
public final class OwnThread {

  /// Something that may fail or hang.
  @FunctionalInterface
  public interface Question<T> {
    /// Answers it.
    T answer() throws Unobservable, IOException, InterruptedException;
  }

  private OwnThread() {}

  /// The answer, or why there is none.
  ///
  /// @param what names the question in the failure's detail
  public static <T> T answer(Duration deadline, String what, Question<T> question)
      throws Unobservable {
    FutureTask<T> task = new FutureTask<>(question::answer);
    Thread thread = Thread.ofPlatform().daemon().name(what).start(task);
    try {
      return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      thread.interrupt();
      throw late(deadline, what);
    } catch (InterruptedException interrupted) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new Unobservable(Reason.TIMED_OUT, what + ": interrupted");
    } catch (ExecutionException failed) {
      throw unobservable(failed.getCause(), what);
    }
  }

  private static Unobservable late(Duration deadline, String what) {
    return new Unobservable(
        Reason.TIMED_OUT, what + ": no answer within " + deadline.toMillis() + " ms");
  }

  private static Unobservable unobservable(@Nullable Throwable cause, String what) {
    return switch (cause) {
      case Unobservable known -> known;
      case IOException failure -> Failure.of(failure, what);
      case InterruptedException _ -> new Unobservable(Reason.TIMED_OUT, what + ": interrupted");
      case null, default -> throw new IllegalStateException(what, cause);
    };
  }
}

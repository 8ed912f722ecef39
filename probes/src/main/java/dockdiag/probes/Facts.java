package dockdiag.probes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// All that is known of a host so far: each probe observes once and is remembered, its failure
/// too. What is inferred from it is remembered likewise.
///
/// A view remembers which probes were consulted through it, so that a check's evidence and its
/// blind spots are known without its author's help.
public final class Facts {

  /// An engine has better things to do than to answer hundreds of questions at the same time.
  private static final int AT_ONCE = 32;

  private final Observer observer;
  private final Map<Probe<?>, FutureTask<Answer>> answers;
  private final Map<Inference<?>, FutureTask<Inferred>> inferences;
  private final Set<Probe<?>> consulted = new LinkedHashSet<>();

  /// Nothing is known yet.
  public Facts(Host host) {
    this((Observer) probe -> observe(probe, host));
  }

  private Facts(Observer observer) {
    this(observer, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  private Facts(
      Observer observer,
      Map<Probe<?>, FutureTask<Answer>> answers,
      Map<Inference<?>, FutureTask<Inferred>> inferences) {
    this.observer = observer;
    this.answers = answers;
    this.inferences = inferences;
  }

  /// The same facts, with a memory of its own of what was consulted.
  public Facts view() {
    return new Facts(observer, answers, inferences);
  }

  /// What the facts would be if something were otherwise; these stay as they are, and what is
  /// asked for the first time is observed for both.
  public Facts supposing(Supposition supposition) {
    return new Facts((Observer) probe -> supposed(probe, supposition));
  }

  /// The fact, observed now or before.
  ///
  /// @throws Unobservable where it cannot be seen
  // a probe of F is only ever stored with the F that it observed; without a failure there is one
  @SuppressWarnings({"unchecked", "NullAway"})
  public <F> F get(Probe<F> probe) throws Unobservable {
    consulted.add(probe);
    Answer answer = answer(probe);
    if (answer.failure() != null) {
      throw answer.failure();
    }
    return (F) answer.fact();
  }

  /// What follows from the facts; whoever asks has consulted what it was inferred from.
  ///
  /// @throws Unobservable where it follows from what cannot be seen
  // an inference of T is only ever stored with the T that it came to; without a failure there is
  // one
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T> T infer(Inference<T> inference) throws Unobservable {
    FutureTask<Inferred> task =
        inferences.computeIfAbsent(
            inference, absent -> new FutureTask<>(() -> inferred(absent, view())));
    Inferred inferred = once(task, inference);
    consulted.addAll(inferred.consulted());
    if (inferred.failure() != null) {
      throw inferred.failure();
    }
    return (T) inferred.value();
  }

  /// Observes the probes side by side; what fails is told to whoever asks for it.
  ///
  /// Virtual threads will do: they only wait, and whoever enters a namespace does so on a thread of
  /// its own.
  public void prepare(Collection<? extends Probe<?>> probes) {
    Semaphore room = new Semaphore(AT_ONCE);
    List<Thread> threads = new ArrayList<>();
    for (Probe<?> probe : probes) {
      FutureTask<Answer> known = answers.get(probe);
      if (known != null && known.isDone()) {
        continue; // on a large host most of what a question needs was asked by another
      }
      threads.add(Thread.startVirtualThread(() -> answer(probe, room)));
    }
    for (Thread thread : threads) {
      awaitQuietly(thread);
    }
  }

  /// The probes that were asked for through this view, in order.
  public Set<Probe<?>> consulted() {
    return new LinkedHashSet<>(consulted);
  }

  /// How long the host took to answer this probe, in microseconds; 0 where it did not answer yet.
  public long micros(Probe<?> probe) {
    FutureTask<Answer> task = answers.get(probe);
    return task != null && task.isDone() ? answer(probe).micros() : 0;
  }

  private void answer(Probe<?> probe, Semaphore room) {
    room.acquireUninterruptibly();
    try {
      answer(probe);
    } finally {
      room.release();
    }
  }

  private Answer answer(Probe<?> probe) {
    try {
      return once(
          answers.computeIfAbsent(
              probe, absent -> new FutureTask<>(() -> observer.observe(absent))),
          probe);
    } catch (Unobservable interrupted) {
      return Answer.of(interrupted, 0);
    }
  }

  /// @throws Unobservable where the thread was interrupted while another did the work
  private static <T> T once(FutureTask<T> task, Object what) throws Unobservable {
    task.run(); // once; whoever comes later waits in get()
    try {
      return task.get();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("failed: " + what, broken.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unobservable(Unobservable.Reason.TIMED_OUT, "interrupted");
    }
  }

  private static Inferred inferred(Inference<?> inference, Facts view) {
    try {
      return new Inferred(inference.infer(view), null, view.consulted());
    } catch (Unobservable unobservable) {
      return new Inferred(null, unobservable, view.consulted());
    }
  }

  // a probe of F is only ever stored with the F that it observed; without a failure there is one
  @SuppressWarnings({"unchecked", "NullAway"})
  private <F> Answer supposed(Probe<F> probe, Supposition supposition) {
    Answer real = answer(probe);
    if (real.failure() != null) {
      return real;
    }
    try {
      return new Answer(supposition.of(probe, (F) real.fact()), null, real.micros());
    } catch (Unobservable unobservable) {
      return Answer.of(unobservable, real.micros());
    }
  }

  private static Answer observe(Probe<?> probe, Host host) {
    long[] micros = {0};
    Host timed =
        request -> {
          Response response = host.ask(request);
          micros[0] += response.micros();
          return response;
        };
    try {
      return new Answer(probe.observe(timed), null, micros[0]);
    } catch (Unobservable unobservable) {
      return Answer.of(unobservable, micros[0]);
    }
  }

  private static void awaitQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whence an answer comes: from a host, or from other facts.
  @FunctionalInterface
  private interface Observer {
    Answer observe(Probe<?> probe);
  }

  private record Answer(@Nullable Object fact, @Nullable Unobservable failure, long micros) {
    static Answer of(Unobservable failure, long micros) {
      return new Answer(null, failure, micros);
    }
  }

  private record Inferred(
      @Nullable Object value, @Nullable Unobservable failure, Set<Probe<?>> consulted) {}
}

package dockdiag.testenv;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A network namespace by its file, `/proc/PID/ns/net`. Sockets that work opens there are its own.
record NetNamespace(Path file) {
  private static final int CLONE_NEWNET = 0x40000000;

  /// Does the work on a thread of its own that has entered the namespace (setns(2)) and ends there.
  <T> T call(Callable<T> work) {
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              enter();
              return work.call();
            });
    Thread thread = Thread.ofPlatform().daemon().name("netns " + file).start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("in " + file + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("restricted")
  private void enter() {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle open = handle(linker, "open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
      MethodHandle setns = handle(linker, "setns", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
      MemorySegment path = arena.allocateFrom(file.toString());
      int descriptor = (int) open.invokeExact(path, 0);
      if (descriptor < 0) {
        throw new IllegalStateException("no such namespace");
      }
      int entered = (int) setns.invokeExact(descriptor, CLONE_NEWNET);
      FunctionDescriptor ofClose =
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
      MethodHandle close =
          linker.downcallHandle(linker.defaultLookup().findOrThrow("close"), ofClose);
      int closed = (int) close.invokeExact(descriptor);
      if (entered + closed != 0) {
        throw new IllegalStateException("may not be entered");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(
      Linker linker,
      String name,
      java.lang.foreign.MemoryLayout first,
      java.lang.foreign.MemoryLayout second) {
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, first, second));
  }
}

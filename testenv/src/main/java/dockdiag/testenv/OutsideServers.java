package dockdiag.testenv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Servers of a lab host's outside client, by their ports.
public final class OutsideServers {

  private final Isolation isolation;
  private final Map<Integer, Runnable> running = new ConcurrentHashMap<>();

  OutsideServers(Isolation isolation) {
    this.isolation = isolation;
  }

  /// Starts a command of the host's files in the client's network, which serves that port.
  public void start(int port, String... words) {
    Process process =
        Isolation.launch(isolation.outside(List.of(words)), isolation.state(), "servers.log");
    add(port, () -> end(process));
  }

  /// One that serves that port already.
  ///
  /// @param end stops it
  public void add(int port, Runnable end) {
    running.put(port, end);
  }

  /// Stops the one at that port.
  public void stop(int port) {
    Optional.ofNullable(running.remove(port)).ifPresent(Runnable::run);
  }

  void stopAll() {
    new ArrayList<>(running.keySet()).forEach(this::stop);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}

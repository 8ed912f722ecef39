package dockdiag.probes.process;

import java.util.Set;

/// A process, proc(5).
///
/// @param pid as the engine's host numbers it
/// @param pidInside as its own pid namespace numbers it
/// @param state `R`, `S`, `D`, `T`, `Z`, …
/// @param startTicks when it began, in clock ticks (1/100 s) since boot
/// @param name at most 15 bytes, untrusted, as the command line is
/// @param socketInodes the sockets that it holds
public record RunningProcess(
    int pid,
    int pidInside,
    char state,
    int uid,
    long startTicks,
    String name,
    Set<Long> socketInodes,
    String commandLine) {

  /// Whether it holds that socket.
  public boolean holds(long inode) {
    return socketInodes.contains(inode);
  }
}

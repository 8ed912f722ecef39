package dockdiag.probes.process;

import java.util.List;

/// What a process may do, `/proc/PID/status`.
///
/// @param user its effective user id
/// @param groups its effective group id, then its supplementary ones
/// @param capabilities its effective capabilities, a bit each (linux/capability.h)
public record Privileges(int user, List<Long> groups, long capabilities) {

  private static final int NET_RAW = 13;

  public Privileges {
    groups = List.copyOf(groups);
  }

  /// CAP_NET_RAW of capabilities(7), which raw sockets take.
  public boolean mayOpenRawSockets() {
    return (capabilities >> NET_RAW & 1) == 1;
  }
}

package dockdiag.probes.platform;

import java.util.List;

/// The kernel's handlers of formats that it does not know itself.
///
/// @param state whether there are any at all
/// @param handlers in the order of their names; the kernel asks the one that came last first
public record Binfmt(State state, List<BinfmtHandler> handlers) {

  /// The state of the whole.
  public enum State {
    /// Handlers are asked.
    ENABLED,
    /// They are there and not asked.
    DISABLED,
    /// The file system that shows and takes them is not mounted; most likely there are none.
    NOT_MOUNTED
  }

  public Binfmt {
    handlers = List.copyOf(handlers);
  }
}

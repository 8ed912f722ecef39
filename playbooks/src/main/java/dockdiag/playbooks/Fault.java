package dockdiag.playbooks;

import java.util.Locale;

/// One cause, named by its class: `ListenerOnLoopback` is `listener-on-loopback`, and its page is
/// `ListenerOnLoopback.md` beside it.
public interface Fault {

  /// Its name in reports, in `explain` and in tickets.
  default String slug() {
    return home().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// The class that it is named by, and that has the page beside it.
  default Class<?> home() {
    return getClass();
  }
}

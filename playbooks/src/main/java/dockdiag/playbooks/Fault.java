package dockdiag.playbooks;

import java.util.Locale;

/// One cause, named by its class: `ListenerOnLoopback` is `listener-on-loopback`, and its page is
/// `ListenerOnLoopback.md` beside it.
public interface Fault {

  /// Its name in reports, in `explain` and in tickets.
  default String slug() {
    return Slugs.OF.get(home());
  }

  /// The class that it is named by, and that has the page beside it.
  default Class<?> home() {
    return getClass();
  }

  /// The names of classes, each made once: reports and rankings compare them without end.
  final class Slugs {
    private static final ClassValue<String> OF =
        new ClassValue<>() {
          @Override
          protected String computeValue(Class<?> home) {
            String words = home.getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
            return words.toLowerCase(Locale.ROOT);
          }
        };

    private Slugs() {}
  }
}

package dockdiag.testenv.scenario;

import java.util.List;
import java.util.Optional;

/// All scenarios, a line each, in the order of their names.
public final class Scenarios {
  public static final List<Scenario> ALL =
      List.of(new BrokenShop(), new ListenerOnLoopback(), new Shop());

  private Scenarios() {}

  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findAny();
  }
}

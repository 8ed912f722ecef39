package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Fault;
import dockdiag.playbooks.Playbook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The catalogue: every playbook, and every fault that has a page.
public final class Playbooks {

  private static final List<Playbook<?>> ALL =
      List.of(
          new PublishedPortUnreachable(),
          new NameDoesNotResolve(),
          new OutsideUnreachable(),
          new ContainersCannotTalk(),
          new NatDisagrees(),
          new FirewallInTheWay(),
          new NetworksInDisorder(),
          new SwarmInDisorder(),
          new ImageCannotRun(),
          new PullFails());

  private Playbooks() {}

  /// Every playbook.
  public static List<Playbook<?>> all() {
    return ALL;
  }

  /// The playbook of that name.
  public static Optional<Playbook<?>> named(String name) {
    return ALL.stream().filter(playbook -> playbook.name().equals(name)).findFirst();
  }

  /// Every fault, by slug: those that playbooks look for, and those that keep them from looking.
  public static List<Fault> faults() {
    TreeMap<String, Fault> faults = new TreeMap<>(Comparator.naturalOrder());
    for (Playbook<?> playbook : ALL) {
      playbook.checks().forEach(check -> faults.put(check.slug(), check));
    }
    Obstacles.all().forEach(fault -> faults.put(fault.slug(), fault));
    return new ArrayList<>(faults.values());
  }

  /// The names of the playbooks that look for it; none for what keeps every one from looking.
  public static List<String> lookingFor(Fault fault) {
    return ALL.stream()
        .filter(book -> book.checks().stream().anyMatch(one -> one.slug().equals(fault.slug())))
        .map(Playbook::name)
        .toList();
  }

  /// The fault of that slug.
  public static Optional<Fault> fault(String slug) {
    return faults().stream().filter(fault -> fault.slug().equals(slug)).findFirst();
  }
}

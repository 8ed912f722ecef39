package dockdiag.playbooks.docker;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A second look at what was judged: a container that ends, or a network that is removed, in the
/// middle leaves facts that do not fit together, from which nothing follows.
public final class Unchanged {

  private Unchanged() {}

  /// Looks at the container again.
  ///
  /// @throws Unobservable where it has changed since, or cannot be seen any more
  public static void container(String name, Facts facts) throws Unobservable {
    Container before = facts.get(new ContainerProbe(name));
    try {
      Container now = facts.get(new ContainerProbe.Again(name));
      boolean same =
          now.id().equals(before.id())
              && now.state().status() == before.state().status()
              && now.state().pid() == before.state().pid()
              && now.endpoints().equals(before.endpoints());
      demand(same, name);
    } catch (Unobservable failure) {
      demand(failure.reason() != Reason.NOT_PRESENT, name);
      throw failure;
    }
  }

  /// Looks at all networks and containers again.
  ///
  /// @throws Unobservable where one has come, gone or changed since, or they cannot be seen any
  /// more
  public static void networks(Facts facts) throws Unobservable {
    List<DockerNetwork> before = facts.get(new NetworksProbe());
    List<DockerNetwork> now = facts.get(new NetworksProbe.Again());
    demand(keys(before, DockerNetwork::id).equals(keys(now, DockerNetwork::id)), "a network");
    Set<String> containers = keys(facts.get(new ContainersProbe()), Unchanged::state);
    Set<String> again = keys(facts.get(new ContainersProbe.Again()), Unchanged::state);
    demand(containers.equals(again), "a container");
  }

  private static String state(ContainerSummary container) {
    return container.id() + container.status() + container.endpoints();
  }

  private static <T> Set<String> keys(List<T> all, Function<T, String> key) {
    return all.stream().map(key).collect(Collectors.toSet());
  }

  private static void demand(boolean same, String what) throws Unobservable {
    if (!same) {
      throw new Unobservable(
          Reason.CHANGED, what + " was started, stopped, removed or connected meanwhile");
    }
  }
}

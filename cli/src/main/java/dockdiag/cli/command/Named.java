package dockdiag.cli.command;

import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.docker.ContainerName;
import dockdiag.playbooks.docker.ContainerName.Resolution;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.ServicesProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The container or network that the command line names.
final class Named {

  /// As the swarm labels its containers (swarmkit, `agent/exec/dockerapi`).
  private static final String SERVICE = "com.docker.swarm.service.name";

  private Named() {}

  /// The full name of a network.
  ///
  /// @throws Stop where there is none, or more than one could be meant
  /// @throws Unobservable where the engine does not tell
  static String network(String typed, Facts facts) throws Unobservable {
    List<DockerNetwork> all = facts.get(new NetworksProbe());
    Set<String> begun =
        Stream.<Predicate<DockerNetwork>>of(
                one -> one.name().equals(typed),
                one -> one.name().startsWith(typed),
                one -> one.id().startsWith(typed))
            .map(meant -> names(all, meant))
            .filter(names -> !names.isEmpty())
            .findFirst()
            .orElse(Set.of());
    if (begun.size() == 1) {
      return begun.iterator().next();
    }
    Set<String> known = begun.isEmpty() ? names(all, one -> true) : begun;
    String key = begun.isEmpty() ? "network.unknown" : "network.ambiguous";
    throw new Stop(ExitCode.USAGE, Texts.say(key, typed, String.join(", ", known)));
  }

  private static Set<String> names(List<DockerNetwork> all, Predicate<DockerNetwork> wanted) {
    return all.stream()
        .filter(wanted)
        .map(DockerNetwork::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The service of the swarm that is meant, where none of its tasks runs here: those that do are
  /// containers.
  ///
  /// @throws Unobservable where the engine does not tell
  static Optional<String> idleService(String typed, Facts facts) throws Unobservable {
    boolean isContainer =
        facts.get(new ContainersProbe()).stream()
            .anyMatch(one -> one.name().equals(typed) || isTask(one, typed));
    if (isContainer || !facts.get(new MembershipProbe()).isTold()) {
      return Optional.empty();
    }
    return facts.get(new ServicesProbe()).stream()
        .map(Service::name)
        .filter(typed::equals)
        .findFirst();
  }

  private static boolean isTask(ContainerSummary container, String service) {
    return container.status() == Status.RUNNING && service.equals(container.labels().get(SERVICE));
  }

  /// The full name of a container.
  ///
  /// @throws Stop where there is none, or more than one could be meant
  /// @throws Unobservable where the engine does not tell
  static String container(String typed, Facts facts) throws Unobservable {
    return switch (ContainerName.resolve(typed, facts.get(new ContainersProbe()))) {
      case Resolution.Found(var name) -> name;
      case Resolution.Ambiguous(var names) ->
          throw new Stop(
              ExitCode.USAGE, Texts.say("container.ambiguous", typed, String.join(", ", names)));
      case Resolution.Unknown(var nearest) ->
          throw new Stop(
              ExitCode.USAGE,
              nearest.isEmpty()
                  ? Texts.say("container.unknown", typed)
                  : Texts.say("container.nearest", typed, String.join(", ", nearest)));
    };
  }
}

package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import java.util.Optional;
import java.util.Set;

/// No container, running or not, is in the network.
///
/// Networks that the engine makes itself, and those of a swarm, wait for containers by design.
public final class NetworkUnused implements Check<Wired> {

  private static final Set<String> OF_THE_ENGINE = Set.of("bridge", "docker_gwbridge");
  private static final Set<String> WITHOUT_CABLES = Set.of("host", "null");

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), NetworkUnused::judge);
  }

  private static Optional<Finding> judge(Cables cables) {
    DockerNetwork network = cables.network();
    boolean made =
        network.scope().equals("local")
            && !OF_THE_ENGINE.contains(network.name())
            && !WITHOUT_CABLES.contains(network.driver());
    return made && cables.plugs().isEmpty() ? Optional.of(found(cables)) : Optional.empty();
  }

  private static Finding found(Cables cables) {
    DockerNetwork network = cables.network();
    String id = network.id().substring(0, Math.min(12, network.id().length()));
    var subnets = network.pools().stream().map(DockerNetwork.Pool::subnet).toList();
    return Finding.note(cables.subject())
        .word("subnets", Evidence.list(subnets))
        .because(new ContainersProbe(), "no container in " + id)
        .mend(Remedy.byHand("remove", "docker network rm " + id));
  }
}

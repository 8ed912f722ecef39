package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.Optional;

/// A container was to be in an overlay network that takes the tasks of services alone.
public final class OverlayNotAttachable implements Check<Cluster> {

  /// As swarmkit words it (manager/resourceapi/allocator.go).
  private static final String REFUSED = "not manually attachable";

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    for (DockerNetwork network : facts.get(new NetworksProbe())) {
      boolean closed = network.driver().equals("overlay") && !network.attachable();
      if (closed && network.name().equals(cluster.name())) {
        return refused(cluster, network, facts);
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> refused(Cluster cluster, DockerNetwork network, Facts facts)
      throws Unobservable {
    for (ContainerSummary one : facts.get(new ContainersProbe())) {
      if (one.status() == Status.CREATED || one.status() == Status.EXITED) {
        Container container = facts.get(new ContainerProbe(one.name()));
        String error = container.state().error();
        if (error.contains(REFUSED)
            && (error.contains(network.name()) || error.contains(network.id()))) {
          return Optional.of(found(cluster, network, container));
        }
      }
    }
    return Optional.empty();
  }

  private static Finding found(Cluster cluster, DockerNetwork network, Container container) {
    return Finding.error(cluster.subject())
        .word("container", container.name())
        .because(new ContainerProbe(container.name()), container.state().error())
        .because(new NetworksProbe(), network.name() + ": attachable false")
        .mend(
            Remedy.byHand(
                "again",
                CommandLine.of("docker", "network", "rm", network.name()),
                create(network),
                CommandLine.of("docker", "start", container.name())))
        .mend(Remedy.byHand("service"));
  }

  private static String create(DockerNetwork network) {
    return CommandLine.of(
        "docker", "network", "create", "--driver", "overlay", "--attachable", network.name());
  }
}

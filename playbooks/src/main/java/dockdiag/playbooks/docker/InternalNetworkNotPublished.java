package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All of the container's networks are internal, and on those nothing is published.
public final class InternalNetworkNotPublished implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (container.requested().isEmpty() || container.endpoints().isEmpty()) {
      return Optional.empty();
    }
    NetworksProbe probe = new NetworksProbe();
    List<DockerNetwork> networks = Publication.networks(container, facts.get(probe));
    if (networks.isEmpty() || !networks.stream().allMatch(DockerNetwork::internal)) {
      return Optional.empty();
    }
    String names = networks.stream().map(DockerNetwork::name).collect(Collectors.joining(", "));
    return Optional.of(
        Finding.error(flow.subject())
            .word("networks", names)
            .because(probe, "Internal true: " + names)
            .because(
                flow.inspect(),
                "requested "
                    + Publication.requested(container)
                    + ", published "
                    + Evidence.list(container.published()))
            .mend(
                Remedy.byHand(
                    "connect",
                    CommandLine.of("docker", "network", "connect", "bridge", flow.container()))));
  }
}

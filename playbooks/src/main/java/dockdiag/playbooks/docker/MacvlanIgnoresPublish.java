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
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The container has an address of its own on the host's network; `-p` has no effect there.
public final class MacvlanIgnoresPublish implements Check<Flow> {

  private static final Set<String> DRIVERS = Set.of("macvlan", "ipvlan");

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (container.requested().isEmpty() || container.endpoints().isEmpty()) {
      return Optional.empty();
    }
    NetworksProbe probe = new NetworksProbe();
    List<DockerNetwork> networks = Publication.networks(container, facts.get(probe));
    if (networks.isEmpty()
        || !networks.stream().allMatch(network -> DRIVERS.contains(network.driver()))) {
      return Optional.empty();
    }
    DockerNetwork network = networks.getFirst();
    String address =
        container.addresses().stream().map(Address::toString).collect(Collectors.joining(", "));
    return Optional.of(
        Finding.error(flow.subject())
            .word("driver", network.driver())
            .word("network", network.name())
            .word("address", address)
            .because(
                probe,
                "network %s: driver %s, parent %s"
                    .formatted(network.name(), network.driver(), network.parent().orElse("none")))
            .because(flow.inspect(), "published " + Evidence.list(container.published()))
            .mend(Remedy.byHand("address"))
            .mend(
                Remedy.byHand(
                    "bridge",
                    CommandLine.of("docker", "network", "connect", "bridge", flow.container()))));
  }
}

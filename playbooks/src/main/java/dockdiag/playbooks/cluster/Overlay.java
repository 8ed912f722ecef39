package dockdiag.playbooks.cluster;

import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.net.Address;
import java.util.List;

/// A network of containers on several nodes.
///
/// @param local containers of this node that run in it
public record Overlay(DockerNetwork network, List<ContainerSummary> local) {
  public Overlay {
    local = List.copyOf(local);
  }

  /// Whether one of these has the address there.
  boolean has(Address address) {
    return local.stream()
        .flatMap(one -> one.endpoints().stream())
        .filter(endpoint -> endpoint.networkId().equals(network.id()))
        .anyMatch(endpoint -> endpoint.addresses().contains(address));
  }

  /// Whether its packets go by IPsec, `--opt encrypted`.
  boolean isEncrypted() {
    return network.options().containsKey("encrypted");
  }
}

package dockdiag.playbooks.cluster;

import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import java.util.List;

/// A network of containers on several nodes.
///
/// @param local containers of this node that run in it
public record Overlay(DockerNetwork network, List<ContainerSummary> local) {
  public Overlay {
    local = List.copyOf(local);
  }
}

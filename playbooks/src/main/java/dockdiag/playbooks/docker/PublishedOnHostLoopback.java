package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Optional;

/// The port is published on the host's loopback, where only the host itself can come.
public final class PublishedOnHostLoopback implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Port port = flow.port().orElseThrow();
    List<PublishedPort> bindings = Publication.of(container, port);
    if (bindings.isEmpty()
        || !bindings.stream().allMatch(binding -> binding.hostAddress().isLoopback())) {
      return Optional.empty();
    }
    PublishedPort first = bindings.getFirst();
    // on purpose behind many a reverse proxy: a fault only for a client that comes from outside
    boolean outside = flow.client().map(client -> !client.isLoopback()).orElse(false);
    Finding finding = outside ? Finding.error(flow.subject()) : Finding.note(flow.subject());
    return Optional.of(
        finding
            .word("binding", first.hostAddress().with(first.hostPort()))
            .because(flow.inspect(), "NetworkSettings.Ports " + first)
            .because(flow.inspect(), "HostConfig.PortBindings " + Publication.requested(container))
            .mend(Remedy.byHand("publish", command(first))));
  }

  private static String command(PublishedPort binding) {
    return CommandLine.of(
        "docker", "run", "-p", binding.hostPort() + ":" + binding.container().brief(), "IMAGE");
  }
}

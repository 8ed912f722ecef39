package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.net.Port;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The port on the host belongs to another container or process, so the start failed.
public final class HostPortTaken implements Check<Flow> {

  private static final Pattern TAKEN =
      Pattern.compile("address already in use|port is already allocated|EADDRINUSE");

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (container.state().status() == Status.RUNNING) {
      return Optional.empty();
    }
    Optional<String> complaint = complaint(flow, container, facts);
    if (complaint.isEmpty()) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(flow.subject()).because(flow.inspect(), complaint.get().strip());
    for (Port port : PortOwner.wanted(container, complaint.get())) {
      Optional<PortOwner> owner = PortOwner.of(port, container, facts);
      if (owner.isPresent()) {
        return Optional.of(taken(finding, port, owner.get(), flow));
      }
    }
    return Optional.of(
        finding
            .word("port", "a port of the host")
            .word("owner", "somebody who has gone since")
            .mend(Remedy.byHand("start", CommandLine.of("docker", "start", flow.container()))));
  }

  @Override
  public Set<String> brings() {
    return Set.of("container-not-running", "container-restarting");
  }

  /// The engine's word for it; or, of a container in the host's network, its own.
  private static Optional<String> complaint(Flow flow, Container container, Facts facts) {
    if (TAKEN.matcher(container.state().error()).find()) {
      return Optional.of(container.state().error());
    }
    if (!(container.networking().mode() instanceof NetworkMode.OfHost)) {
      return Optional.empty();
    }
    return LastWords.of(flow, facts).lines().stream()
        .filter(line -> TAKEN.matcher(line.toLowerCase(Locale.ROOT)).find())
        .reduce((first, last) -> last);
  }

  private static Finding taken(Finding finding, Port port, PortOwner owner, Flow flow) {
    return finding
        .word("port", port)
        .word("owner", owner.name())
        .because(owner.probe(), owner.fact())
        .mend(
            Remedy.byHand(
                "free", owner.stop(), CommandLine.of("docker", "start", flow.container())))
        .mend(Remedy.byHand("other"));
  }
}

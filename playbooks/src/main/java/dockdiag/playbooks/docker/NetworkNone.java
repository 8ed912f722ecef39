package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.NetworkMode;
import java.util.Optional;

/// The container has no network: `--network none` (docker-run(1)).
public final class NetworkNone implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    if (!(container.networking().mode() instanceof NetworkMode.None)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.error(flow.subject())
            .because(
                flow.inspect(),
                "HostConfig.NetworkMode none, requested "
                    + Publication.requested(container)
                    + ", published "
                    + Evidence.list(container.published()))
            .mend(Remedy.byHand("anew")));
  }
}

package dockdiag.playbooks.docker;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.RequestedPort;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The port is published on an address that the host does not have, or no longer.
public final class PublishedOnOtherAddress implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    AddressesProbe probe = new AddressesProbe(Namespace.HOST);
    List<Address> own = facts.get(probe);
    Optional<RequestedPort> lost =
        container.requested().stream()
            .filter(one -> flow.port().map(one.container()::equals).orElse(!container.hasProcess()))
            .filter(one -> one.hostAddress().filter(to -> isLost(to, own)).isPresent())
            .findFirst();
    return lost.map(
        one -> {
          Address address = one.hostAddress().orElseThrow();
          Finding finding =
              Finding.error(flow.subject())
                  .word("address", address)
                  .word("port", one.container())
                  .because(
                      flow.inspect(), "HostConfig.PortBindings " + Publication.requested(container))
                  .because(probe, "the host has " + Evidence.list(outward(own)))
                  .mend(Remedy.byHand("publish"))
                  .mend(Remedy.byHand("wait"));
          String error = container.state().error();
          return error.isEmpty()
              ? finding
              : finding.because(flow.inspect(), "State.Error " + error);
        });
  }

  @Override
  public Set<String> brings() {
    return Set.of("container-not-running", "forward-dropped");
  }

  private static List<Address> outward(List<Address> own) {
    return own.stream()
        .filter(one -> !one.isLoopback() && !one.value().isLinkLocalAddress())
        .toList();
  }

  private static boolean isLost(Address address, List<Address> own) {
    return !address.isAny() && !address.isLoopback() && !own.contains(address);
  }
}

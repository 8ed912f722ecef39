package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.outward.WebProxy;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// All of the container's networks are internal: nothing leaves them, on purpose.
public final class InternalNetworkNoEgress implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    Exit exit = egress.exit(facts);
    if (!exit.isKeptInside() || isBeside(egress, exit, facts) || egress.isReached(facts)) {
      return Optional.empty();
    }
    String names =
        exit.plugs().stream()
            .map(Plug::network)
            .map(one -> one.name())
            .collect(Collectors.joining(", "));
    Finding finding =
        Finding.error(egress.subject())
            .word("networks", names)
            .because(new NetworksProbe(), "Internal true: " + names);
    if (exit.route().isEmpty()) {
      finding = finding.because(exit.routing(), "no route to " + egress.destination(facts));
    }
    return Optional.of(
        finding.mend(
            Remedy.byHand(
                "connect",
                CommandLine.of("docker", "network", "connect", "bridge", egress.container()))));
  }

  /// Whether it asks a neighbour, or its programs ask one for it: a proxy.
  private static boolean isBeside(Egress egress, Exit exit, Facts facts) throws Unobservable {
    List<Address> asked = new ArrayList<>(List.of(egress.destination(facts)));
    Optional<WebProxy> proxy =
        egress.isForWeb()
            ? WebProxy.of(facts.get(egress.inspect()), egress.whom())
            : Optional.empty();
    if (proxy.isPresent()) {
      egress.address(proxy.get().host(), facts).ifPresent(asked::add);
    }
    return exit.plugs().stream().map(Plug::network).anyMatch(one -> isOf(one, asked));
  }

  private static boolean isOf(DockerNetwork network, List<Address> asked) {
    return asked.stream().anyMatch(network::contains);
  }
}

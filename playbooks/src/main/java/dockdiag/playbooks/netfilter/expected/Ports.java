package dockdiag.playbooks.netfilter.expected;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The published ports of a running container, as far as DNAT serves them.
///
/// @param networks those of the family
record Ports(ContainerSummary container, List<DockerNetwork> networks, Family family) {

  List<ExpectedRule> made(Making making, Facts facts) throws Unobservable {
    List<Address> addresses = new ArrayList<>();
    List<String> bridges = new ArrayList<>();
    for (Endpoint endpoint : container.endpoints()) {
      for (DockerNetwork network : networks) {
        if (network.name().equals(endpoint.network()) && Networks.isTranslated(network, family)) {
          endpoint.addresses().stream().filter(this::isOfFamily).forEach(addresses::add);
          network.bridge().ifPresent(bridges::add);
        }
      }
    }
    List<ExpectedRule> rules = new ArrayList<>();
    if (!addresses.isEmpty()) {
      for (PublishedPort binding : container.published()) {
        if (isOfFamily(binding.hostAddress()) && isTranslated(binding, facts)) {
          rules.addAll(making.of(binding, addresses, bridges));
        }
      }
    }
    return rules;
  }

  private boolean isOfFamily(Address address) {
    return address.isIpv6() == (family == Family.IP6);
  }

  /// On the host's loopback docker-proxy serves alone, or the rules do without it.
  private static boolean isTranslated(PublishedPort binding, Facts facts) throws Unobservable {
    return !binding.hostAddress().isLoopback()
        || (!binding.hostAddress().isIpv6()
            && facts
                .get(new DaemonSettingsProbe())
                .userlandProxy()
                .seen()
                .equals(Optional.of(false)));
  }
}

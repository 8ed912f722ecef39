package dockdiag.playbooks.conntrack;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.conntrack.ConntrackEntriesProbe;
import dockdiag.probes.conntrack.ConntrackEntry;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import java.util.List;
import java.util.Optional;

/// A client's datagrams follow what NAT settled before the container had its address.
///
/// NAT asks its rules for the first packet of a connection alone; each datagram from the same port
/// keeps the old connection alive.
public final class ConntrackStale implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    // entries of clients that nobody complains of are no fault: they end by themselves
    if (flow.client().isEmpty() || flow.port().orElseThrow().protocol() != Protocol.UDP) {
      return Optional.empty();
    }
    Container container = facts.get(flow.inspect());
    for (PublishedPort binding : container.published()) {
      boolean meant =
          binding.container().equals(flow.port().get()) && !binding.hostAddress().isLoopback();
      if (meant) {
        Optional<Finding> finding = stale(flow, container, binding, facts);
        if (finding.isPresent()) {
          return finding;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Finding> stale(
      Flow flow, Container container, PublishedPort binding, Facts facts) throws Unobservable {
    ConntrackEntriesProbe probe = new ConntrackEntriesProbe(Namespace.HOST, binding.host());
    List<Address> own = facts.get(new AddressesProbe(Namespace.HOST));
    for (ConntrackEntry entry : facts.get(probe)) {
      boolean meant =
          own.contains(entry.destination())
              && flow.client().map(entry.source()::equals).orElse(isOutside(entry, own, facts));
      boolean elsewhere = !container.addresses().contains(entry.answering());
      if (meant && elsewhere && (entry.unreplied() || !own.contains(entry.answering()))) {
        return Optional.of(found(flow, container, binding, probe, entry));
      }
    }
    return Optional.empty();
  }

  /// The host itself and containers are docker-proxy's to serve, without DNAT.
  private static boolean isOutside(ConntrackEntry entry, List<Address> own, Facts facts)
      throws Unobservable {
    List<DockerNetwork> networks = facts.get(new NetworksProbe());
    return !own.contains(entry.source())
        && networks.stream().noneMatch(network -> network.contains(entry.source()));
  }

  private static Finding found(
      Flow flow,
      Container container,
      PublishedPort binding,
      ConntrackEntriesProbe probe,
      ConntrackEntry entry) {
    return Finding.error(flow.subject())
        .word("client", entry.source().with(entry.sourcePort()))
        .word("to", entry.destination().with(binding.hostPort()))
        .word("answering", entry.answering())
        .because(probe, entry.toString())
        .because(flow.inspect(), "addresses " + container.addresses())
        .mend(
            Remedy.automatic(
                    "forget",
                    CommandLine.of(
                        "conntrack",
                        "-D",
                        "-p",
                        "udp",
                        "--orig-src",
                        entry.source().toString(),
                        "--orig-port-dst",
                        Integer.toString(binding.hostPort())))
                .forNow());
  }
}

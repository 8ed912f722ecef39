package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Flow;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.conntrack.ConntrackUsageProbe;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Port;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.socket.SocketsProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Observes side by side what the checks of a published port will surely ask, in two rounds: what
/// can be asked by name, and what needs the container's first process.
final class Preparation {

  private static final List<Probe<?>> OF_HOST =
      List.of(
          new ContainersProbe(),
          new NetworksProbe(),
          new DaemonProbe(),
          new DaemonSettingsProbe(),
          new AddressesProbe(Namespace.HOST),
          new RoutesProbe(Namespace.HOST),
          new SocketsProbe(Namespace.HOST),
          new ConntrackUsageProbe(Namespace.HOST),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY),
          new NftProbe(Namespace.HOST),
          new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward"));

  private Preparation() {}

  static void of(Flow asked, Facts facts) {
    List<Probe<?>> probes = new ArrayList<>(OF_HOST);
    probes.add(asked.inspect());
    facts.prepare(probes);
    try {
      facts.prepare(inside(asked, facts));
      // last, and on their own: packets would be seen among the connections that wait
      facts.prepare(packets(asked, facts));
    } catch (Unobservable unknown) {
      // whoever needs the container will be told the same
    }
  }

  private static List<Probe<?>> inside(Flow asked, Facts facts) throws Unobservable {
    Container container = facts.get(asked.inspect());
    return container.hasProcess()
        ? List.of(
            new SocketsProbe(asked.inside(container)), new ProcessesProbe(asked.inside(container)))
        : List.of();
  }

  private static List<Probe<?>> packets(Flow asked, Facts facts) throws Unobservable {
    Container container = facts.get(asked.inspect());
    List<Probe<?>> probes = new ArrayList<>();
    List<Port> ports =
        Stream.concat(
                container.published().stream().map(one -> one.container()), asked.port().stream())
            .distinct()
            .toList();
    for (Port port : ports) {
      probes.addAll(PortReach.probes(asked.at(port), facts));
    }
    return probes;
  }
}

package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.conntrack.ConntrackUsageProbe;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Port;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
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
          new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward"));

  private Preparation() {}

  static void of(Flow asked, Facts facts) {
    List<Probe<?>> probes = new ArrayList<>(OF_HOST);
    probes.addAll(Netns.probes(Namespace.HOST));
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
    List<Probe<?>> probes = new ArrayList<>();
    boolean walks = !ports(asked, container).isEmpty();
    if (walks) {
      probes.add(new ProcessesProbe(Namespace.HOST));
    }
    if (container.hasProcess()) {
      Namespace inside = asked.inside(container);
      probes.addAll(List.of(new SocketsProbe(inside), new ProcessesProbe(inside)));
      probes.addAll(walks ? rules(inside, container) : List.of());
    }
    return probes;
  }

  /// In networks with names of their own the engine has put rules for its name server there.
  private static List<Probe<?>> rules(Namespace inside, Container container) {
    List<Probe<?>> probes = new ArrayList<>(Netns.probes(inside));
    if (container.networking().mode() instanceof NetworkMode.OfNetwork) {
      probes.add(new IptablesProbe(inside, Family.IP, Backend.IPTABLES_NFT));
    }
    return probes;
  }

  private static List<Probe<?>> packets(Flow asked, Facts facts) throws Unobservable {
    Container container = facts.get(asked.inspect());
    List<Probe<?>> probes = new ArrayList<>();
    for (Port port : ports(asked, container)) {
      probes.addAll(PortReach.probes(asked.at(port), facts));
    }
    return probes;
  }

  private static List<Port> ports(Flow asked, Container container) {
    return Stream.concat(
            container.published().stream().map(one -> one.container()), asked.port().stream())
        .distinct()
        .toList();
  }
}

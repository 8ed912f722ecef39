package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.docker.MeantToRun.InUse;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Observes side by side what the checks of a container's way out will surely ask, in three rounds:
/// what can be asked by name, the container's network, and the packets of container and host.
final class EgressPreparation {

  private static final List<Probe<?>> OF_HOST =
      List.of(
          new ContainersProbe(),
          new NetworksProbe(),
          new DaemonProbe(),
          new DaemonSettingsProbe(),
          new AddressesProbe(Namespace.HOST),
          new LinksProbe(Namespace.HOST),
          new RoutesProbe(Namespace.HOST),
          new RoutingProbe(Namespace.HOST, IpVersion.V4),
          new RoutingProbe(Namespace.HOST, IpVersion.V6),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY),
          new NftProbe(Namespace.HOST),
          new SysctlProbe(Namespace.HOST, "net.ipv4.ip_forward"),
          ResolvConfProbe.of(Namespace.HOST));

  private EgressPreparation() {}

  static void of(Egress asked, Facts facts) {
    facts.prepare(Stream.concat(OF_HOST.stream(), Stream.of(asked.inspect())).toList());
    try {
      Container container = facts.get(asked.inspect());
      if (container.hasProcess()) {
        facts.prepare(inside(asked, container));
        facts.prepare(packets(asked, facts));
      }
    } catch (Unobservable unknown) {
      // whoever needs it will be told the same
    }
  }

  /// What the ways out of all these will surely be told by.
  static void ofExits(List<InUse> running, Facts facts) {
    facts.prepare(
        running.stream()
            .flatMap(one -> one.described().stream())
            .map(container -> Flow.to(container.name()).inside(container))
            .<Probe<?>>mapMulti(
                (inside, probes) -> {
                  probes.accept(new LinksProbe(inside));
                  probes.accept(new RoutingProbe(inside, IpVersion.V4));
                })
            .toList());
  }

  /// In networks with names of their own the engine has put rules for its name server there.
  private static List<Probe<?>> inside(Egress asked, Container container) {
    Namespace inside = asked.flow().inside(container);
    List<Probe<?>> probes =
        new ArrayList<>(
            List.of(
                new LinksProbe(inside),
                new RoutingProbe(inside, IpVersion.V4),
                new RoutingProbe(inside, IpVersion.V6),
                new NftProbe(inside),
                ResolvConfProbe.of(inside)));
    if (container.networking().mode() instanceof NetworkMode.OfNetwork) {
      probes.add(new IptablesProbe(inside, Family.IP, Backend.IPTABLES_NFT));
    }
    return probes;
  }

  private static List<Probe<?>> packets(Egress asked, Facts facts) throws Unobservable {
    Exit exit = asked.exit(facts);
    return asked.first(facts).stream()
        .flatMap(target -> Stream.of(target.probe(exit.inside()), target.probe(Namespace.HOST)))
        .flatMap(Optional::stream)
        .<Probe<?>>map(probe -> probe)
        .distinct()
        .toList();
  }
}

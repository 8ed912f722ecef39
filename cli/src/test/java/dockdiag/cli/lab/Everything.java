package dockdiag.cli.lab;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.conntrack.ConntrackUsageProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.firewall.UfwProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.route.RoutesProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.socket.SocketsProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.ArrayList;
import java.util.List;

/// All that a check may want to know of a host and of its containers' namespaces, whichever way a
/// fault is laid over the recording.
final class Everything {

  private static final List<String> SETTINGS =
      List.of(
          "net.bridge.bridge-nf-call-iptables",
          "net.bridge.bridge-nf-call-ip6tables",
          "net.bridge.bridge-nf-call-arptables",
          "net.ipv4.icmp_echo_ignore_all",
          "net.ipv4.ip_forward",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_nonlocal_bind",
          "net.ipv4.tcp_syncookies",
          "net.ipv6.icmp.echo_ignore_all",
          "net.core.somaxconn",
          "net.netfilter.nf_conntrack_tcp_loose",
          "net.netfilter.nf_conntrack_tcp_be_liberal");

  private Everything() {}

  static void of(Facts facts, List<String> containers) throws Unobservable {
    facts.prepare(of(facts, Namespace.HOST));
    facts.prepare(List.of(new UfwProbe()));
    for (String name : containers) {
      Container container = facts.get(new ContainerProbe(name));
      facts.prepare(of(facts, new Namespace.OfContainer(name, container.state().pid())));
    }
  }

  private static List<Probe<?>> of(Facts facts, Namespace namespace) throws Unobservable {
    List<Probe<?>> probes =
        new ArrayList<>(
            List.of(
                new NftProbe(namespace),
                new RoutingProbe(namespace, RoutingProbe.IpVersion.V4),
                new RoutingProbe(namespace, RoutingProbe.IpVersion.V6),
                new RoutesProbe(namespace),
                new AddressesProbe(namespace),
                new SocketsProbe(namespace),
                new ProcessesProbe(namespace),
                new ConntrackUsageProbe(namespace)));
    for (Family family : List.of(Family.IP, Family.IP6)) {
      probes.add(new IptablesProbe(namespace, family, Backend.IPTABLES_NFT));
      probes.add(new IptablesProbe(namespace, family, Backend.IPTABLES_LEGACY));
    }
    SETTINGS.forEach(name -> probes.add(new SysctlProbe(namespace, name)));
    List<String> devices = new ArrayList<>(List.of("all", "default"));
    facts.get(new LinksProbe(namespace)).stream().map(Link::name).forEach(devices::add);
    for (String device : devices) {
      for (String name : List.of("rp_filter", "forwarding", "route_localnet", "accept_local")) {
        probes.add(SysctlProbe.ofInterface(namespace, "ipv4", device, name));
      }
      for (String name : List.of("forwarding", "disable_ipv6", "accept_ra")) {
        probes.add(SysctlProbe.ofInterface(namespace, "ipv6", device, name));
      }
    }
    return probes;
  }
}

package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.contact.Target;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsProbe;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.socket.SocketsProbe;
import java.util.ArrayList;
import java.util.List;

/// Observes side by side what the checks of a contact will surely ask: what can be asked by name,
/// both ends' namespaces and the host's, and last the packets, alone.
final class ContactPreparation {

  private ContactPreparation() {}

  static void of(Contact asked, Facts facts) {
    List<Probe<?>> probes = new ArrayList<>(of(Namespace.HOST));
    probes.add(new ContainersProbe());
    probes.add(new NetworksProbe());
    probes.add(new AddressesProbe(Namespace.HOST));
    asked.from().ifPresent(name -> probes.add(new ContainerProbe(name)));
    facts.prepare(probes);
    try {
      facts.prepare(ends(asked, facts));
      if (asked.isByName()) {
        facts.infer(new ResolutionOf(asked.from().orElseThrow(), asked.to()));
      }
      facts.prepare(packets(asked, facts));
    } catch (Unobservable unknown) {
      // whoever needs it will be told the same
    }
  }

  private static List<Probe<?>> of(Namespace namespace) {
    return List.of(
        new LinksProbe(namespace),
        new RoutingProbe(namespace, IpVersion.V4),
        new RoutingProbe(namespace, IpVersion.V6),
        new NftProbe(namespace),
        new IptablesProbe(namespace, Family.IP, Backend.IPTABLES_NFT),
        new SocketsProbe(namespace));
  }

  private static List<Probe<?>> ends(Contact asked, Facts facts) throws Unobservable {
    Namespace from = asked.namespace(facts);
    List<Probe<?>> probes = new ArrayList<>();
    if (asked.from().isPresent()) {
      probes.addAll(of(from));
      probes.add(ResolvConfProbe.of(from));
      probes.add(new HostsProbe(from));
    }
    for (Target target : facts.infer(asked.targets())) {
      if (target.network().isPresent() && !target.isBeyond()) {
        Flow there = Flow.to(target.container().orElseThrow());
        probes.addAll(of(there.inside(facts.get(there.inspect()))));
      }
    }
    return probes;
  }

  private static List<Probe<?>> packets(Contact asked, Facts facts) throws Unobservable {
    List<Probe<?>> probes = new ArrayList<>();
    for (Target target : facts.infer(asked.targets())) {
      for (Address address : target.addresses()) {
        probes.add(Sending.of(asked, address, facts).probe());
      }
    }
    return probes;
  }
}

package dockdiag.playbooks.symptom;

import dockdiag.playbooks.resolver.EmbeddedServer;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Upstream;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.dns.HostsProbe;
import dockdiag.probes.dns.ResolvConfProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworksProbe;
import java.util.ArrayList;
import java.util.List;

/// Observes side by side what the checks of a name will surely ask, in three rounds: what can be
/// asked by name, the container's files, and its servers.
final class NamePreparation {

  private NamePreparation() {}

  static void of(Naming asked, Facts facts) {
    facts.prepare(
        List.of(
            asked.inspect(),
            new ContainersProbe(),
            new NetworksProbe(),
            new DaemonSettingsProbe(),
            ResolvConfProbe.of(Namespace.HOST)));
    try {
      Container container = facts.get(asked.inspect());
      if (container.hasProcess()) {
        Namespace inside = asked.flow().inside(container);
        facts.prepare(List.of(ResolvConfProbe.of(inside), new HostsProbe(inside)));
        facts.prepare(servers(facts.infer(new ResolverOf(asked.container()))));
      }
    } catch (Unobservable unknown) {
      // whoever needs it will be told the same
    }
  }

  private static List<Probe<?>> servers(Resolver resolver) {
    List<Probe<?>> probes = new ArrayList<>();
    if (resolver.isEmbedded()) {
      probes.add(EmbeddedServer.own(resolver.inside(), resolver.container().name()));
    }
    resolver.upstreams().stream().map(Upstream::probe).forEach(probes::add);
    return probes;
  }
}

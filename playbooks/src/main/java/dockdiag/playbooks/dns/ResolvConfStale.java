package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.EmbeddedServer;
import dockdiag.playbooks.resolver.HostServersOf;
import dockdiag.playbooks.resolver.HostServersOf.HostServers;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.playbooks.resolver.Trouble;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import java.util.Optional;

/// The container still asks the servers that the host asked when it was started, and they are gone.
public final class ResolvConfStale implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Optional<Trouble> trouble = Outside.blamed(naming, facts, Blame.STALE);
    if (trouble.isEmpty()) {
      return Optional.empty();
    }
    Resolver resolver = facts.infer(new ResolverOf(naming.container()));
    HostServers host = facts.infer(new HostServersOf());
    Finding finding = Finding.error(naming.subject());
    if (trouble.get().blamed().isOfUse()) {
      LookupProbe through = EmbeddedServer.outside(resolver.inside());
      finding = finding.because(through, facts.get(through).toString());
    }
    return Optional.of(
        Outside.told(finding, trouble.get())
            .because(host.probe(), "nameserver " + Evidence.list(host.servers()))
            .word("host", Evidence.list(host.servers()))
            .mend(
                Remedy.automatic(
                    "restart", CommandLine.of("docker", "restart", naming.container()))));
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.HostServersOf;
import dockdiag.playbooks.resolver.HostServersOf.HostServers;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Trouble;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The host names no server but itself, so the engine took public ones, and they do not answer.
public final class UpstreamDnsLoopback implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    Optional<Trouble> trouble = Outside.blamed(naming, facts, Blame.FALLBACK);
    if (trouble.isEmpty()) {
      return Optional.empty();
    }
    HostServers host = facts.infer(new HostServersOf());
    return Optional.of(
        Outside.error(naming, trouble.get())
            .word("host", Evidence.list(host.servers()))
            .because(host.probe(), "nameserver " + Evidence.list(host.servers()))
            .mend(Remedy.byHand("dns")));
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.Lookup;
import java.util.Optional;

/// The server that names of the outside are asked for answers now and then.
public final class UpstreamDnsIntermittent implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    return Outside.blamed(naming, facts, Blame.LOSS)
        .map(
            trouble -> {
              Lookup lookup = trouble.heard().getFirst().lookup();
              return Outside.told(Finding.warning(naming.subject()), trouble)
                  .word("answered", lookup.micros().size())
                  .word("asked", lookup.samples().size())
                  .mend(Remedy.byHand("server"));
            });
  }
}

package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.playbooks.resolver.Upstream.Origin;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The servers that `--dns` or the engine's settings name do not answer.
public final class DnsOptionWrong implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    return Outside.blamed(naming, facts, Blame.OPTION)
        .map(
            trouble -> {
              boolean own = trouble.blamed().upstream().origin() == Origin.OPTION;
              return Outside.error(naming, trouble)
                  .word("option", own ? "--dns" : "daemon.json")
                  .mend(Remedy.byHand(own ? "anew" : "daemon"));
            });
  }
}

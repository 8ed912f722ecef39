package dockdiag.playbooks.dns;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.Outside;
import dockdiag.playbooks.resolver.Trouble.Blame;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// The first of several servers does not answer, so that every name takes seconds.
public final class FirstNameserverDead implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    return Outside.blamed(naming, facts, Blame.FIRST)
        .map(
            trouble ->
                Outside.told(Finding.warning(naming.subject()), trouble)
                    .mend(Remedy.byHand("order")));
  }
}

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

/// The servers that names of the outside are asked for turn this container away.
public final class UpstreamRefuses implements Check<Naming> {

  @Override
  public Optional<Finding> examine(Naming naming, Facts facts) throws Unobservable {
    return Outside.blamed(naming, facts, Blame.REFUSAL)
        .map(trouble -> Outside.error(naming, trouble).mend(Remedy.byHand("allow")));
  }
}

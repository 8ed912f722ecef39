package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// No subnet is left for networks that name none.
public final class AddressPoolExhausted implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    AddressPools pools = facts.infer(new AddressPools.Of());
    return pools.free() > 0 ? Optional.empty() : Optional.of(found(scope, pools));
  }

  private static Finding found(Scope scope, AddressPools pools) {
    return pools
        .seen(Finding.warning(scope.subject()).word("number", pools.taken().size()))
        .mend(Remedy.byHand("remove", "docker network rm NAME"))
        .mend(Remedy.byHand("widen"));
  }
}

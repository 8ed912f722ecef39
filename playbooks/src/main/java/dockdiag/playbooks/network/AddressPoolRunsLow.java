package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;

/// Few subnets are left for networks that name none: at most one of ten.
public final class AddressPoolRunsLow implements Check<Scope> {

  private static final int ONE_OF = 10;

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    AddressPools pools = facts.infer(new AddressPools.Of());
    boolean low = pools.free() > 0 && pools.free() * ONE_OF <= pools.parts();
    return low ? Optional.of(found(scope, pools)) : Optional.empty();
  }

  private static Finding found(Scope scope, AddressPools pools) {
    return pools
        .seen(Finding.note(scope.subject()).word("free", pools.free()).word("parts", pools.parts()))
        .mend(Remedy.byHand("remove", "docker network rm NAME"))
        .mend(Remedy.byHand("widen"));
  }
}

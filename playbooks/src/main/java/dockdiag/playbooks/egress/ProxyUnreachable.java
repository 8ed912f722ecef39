package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.WebProxy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach;
import java.util.Locale;
import java.util.Optional;

/// The container's environment names a proxy that does not answer.
public final class ProxyUnreachable implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    Optional<WebProxy> proxy = WebProxy.of(facts.get(egress.inspect()), egress.whom());
    if (proxy.isEmpty() || (proxy.get().isLoopback() && !egress.exit(facts).isOfHost())) {
      return Optional.empty();
    }
    Finding finding =
        (egress.isForWeb() ? Finding.error(egress.subject()) : Finding.warning(egress.subject()))
            .word("proxy", proxy.get().where())
            .word("variable", proxy.get().variable())
            .because(proxy.get().named(egress.inspect()));
    Optional<Address> address = egress.address(proxy.get().host(), facts);
    if (address.isEmpty()) {
      return Optional.of(
          mended(finding.because(egress.inspect(), proxy.get().host() + ": no address")));
    }
    ConnectProbe probe =
        new ConnectProbe(egress.exit(facts).inside(), address.get(), proxy.get().port(), "");
    Reach seen = facts.get(probe);
    return seen.isAnswered()
        ? Optional.empty()
        : Optional.of(mended(finding.because(probe, word(seen))));
  }

  private static String word(Reach seen) {
    return seen.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Finding mended(Finding finding) {
    return finding.mend(Remedy.byHand("proxy")).mend(Remedy.byHand("anew"));
  }
}

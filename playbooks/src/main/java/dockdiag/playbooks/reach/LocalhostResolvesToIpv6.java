package dockdiag.playbooks.reach;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach;
import java.util.Optional;

/// On the host the port answers on 127.0.0.1 and not on `::1`, which `localhost` means first.
public final class LocalhostResolvesToIpv6 implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Optional<ConnectProbe> probe6 = entrance(Address.LOOPBACK6, flow, facts);
    Optional<ConnectProbe> probe4 = entrance(Address.LOOPBACK4, flow, facts);
    if (probe6.isEmpty()
        || probe4.isEmpty()
        || works(facts.get(probe6.get()))
        || !works(facts.get(probe4.get()))) {
      return Optional.empty();
    }
    Reach seen = facts.get(probe6.get());
    return Optional.of(
        Finding.warning(flow.subject())
            .word("ipv6", text(probe6.get()))
            .word("ipv4", text(probe4.get()))
            .because(probe6.get(), Meeting.of(seen))
            .because(probe4.get(), Meeting.of(facts.get(probe4.get())))
            .mend(Remedy.byHand("ask"))
            .mend(Remedy.byHand("publish")));
  }

  private static Optional<ConnectProbe> entrance(Address loopback, Flow flow, Facts facts)
      throws Unobservable {
    return Entrance.to(facts.get(flow.inspect()), flow.port().orElseThrow(), facts).stream()
        .map(Entrance::probe)
        .filter(probe -> probe.port().protocol() == Protocol.TCP && probe.to().equals(loopback))
        .findFirst();
  }

  private static String text(ConnectProbe probe) {
    return probe.to().with(probe.port().number());
  }

  /// A host without IPv6 has no `::1` to mean.
  private static boolean works(Reach seen) {
    return seen.outcome() == Reach.Outcome.NO_ADDRESS
        || (seen.isAnswered() && !Meeting.isClosedUnspoken(seen));
  }
}

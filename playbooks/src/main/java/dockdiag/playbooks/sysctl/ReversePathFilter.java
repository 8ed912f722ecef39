package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.machine.NetCountersProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;

/// The client that complains comes in by one interface, the way back to it leads by another, and
/// the kernel drops what comes so.
///
/// A strict `rp_filter` does (fib_validate_source of net/ipv4/fib_frontend.c). The client's
/// requests come in where the address is that it asks; that it does is told by the kernel's count.
public final class ReversePathFilter implements Check<Flow> {

  private static final String COUNTER = "TcpExt IPReversePathFilter";
  private static final NetCountersProbe COUNTERS = new NetCountersProbe(Namespace.HOST);

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    for (Attempt attempt : Attempt.at(flow, facts)) {
      if (flow.client().isPresent()
          && attempt.question().client() instanceof Client.Outside(Address client, String back)) {
        Optional<String> in = device(attempt.question().to(), facts);
        boolean turns = in.isPresent() && !in.get().equals(back);
        if (turns && isDropped(client, in.get(), attempt, facts) && hasDropped(facts)) {
          return Optional.of(found(flow, attempt, in.get(), back, facts));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> device(Address own, Facts facts) throws Unobservable {
    return facts.get(new LinksProbe(Namespace.HOST)).stream()
        .filter(link -> link.addresses().stream().anyMatch(one -> one.address().equals(own)))
        .map(Link::name)
        .findFirst();
  }

  private static boolean isDropped(Address client, String in, Attempt attempt, Facts facts)
      throws Unobservable {
    ExchangeOf asked = attempt.question();
    End end =
        facts.infer(new ExchangeOf(new Client.Outside(client, in), asked.to(), asked.at())).end();
    if (end instanceof End.Undecided(String why)) {
      throw new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, why);
    }
    return end instanceof End.Stopped(var _, Fate.Lost(Fate.Reason reason, var _))
        && reason == Fate.Reason.REVERSE_PATH;
  }

  private static boolean hasDropped(Facts facts) throws Unobservable {
    return facts.get(COUNTERS).getOrDefault(COUNTER, 0L) > 0;
  }

  private static Finding found(Flow flow, Attempt attempt, String in, String back, Facts facts)
      throws Unobservable {
    SysctlProbe own = SysctlProbe.ofInterface(Namespace.HOST, "ipv4", in, "rp_filter");
    SysctlProbe all = new SysctlProbe(Namespace.HOST, "net.ipv4.conf.all.rp_filter");
    String value = facts.get(own);
    return Finding.error(flow.subject())
        .word("client", flow.client().orElseThrow())
        .word("to", attempt.to())
        .word("in", in)
        .word("back", back)
        .because(own, own.name() + " = " + value)
        .because(all, all.name() + " = " + facts.get(all))
        .because(new LinksProbe(Namespace.HOST), attempt.question().to() + " is of " + in)
        .because(COUNTERS, COUNTER + " " + facts.get(COUNTERS).get(COUNTER))
        .mend(
            Remedy.automatic("loosen", "sysctl -w " + own.name() + "=2")
                .undoneBy("sysctl -w " + own.name() + "=" + value)
                .untilReboot())
        .mend(Remedy.byHand("route"));
  }
}

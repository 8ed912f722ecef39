package dockdiag.playbooks.reach;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.Attempt;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// docker-proxy accepts on the host and closes at once, because it does not get through to the
/// container.
public final class ProxyAnswersBackendClosed implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Port port = flow.port().orElseThrow();
    List<ConnectProbe> closed = new ArrayList<>();
    boolean works = false;
    for (Entrance entrance : Entrance.to(container, port, facts)) {
      Reach seen = facts.get(entrance.probe());
      works |= seen.isAnswered() && !Meeting.isClosedUnspoken(seen);
      if (Meeting.isClosedUnspoken(seen)) {
        closed.add(entrance.probe());
      }
    }
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    ConnectProbe front = closed.getFirst();
    Finding finding =
        works || Attempt.isForOutsideAlone(flow, facts)
            ? Finding.warning(flow.subject())
            : Finding.error(flow.subject());
    Optional<ConnectProbe> back = behind(container, port, front.to().isIpv6(), facts);
    return back.isEmpty()
        ? Optional.empty()
        : Optional.of(found(flow, finding, List.of(front, back.get()), facts));
  }

  /// The way behind the proxy, if it is not the server itself that closes.
  private static Optional<ConnectProbe> behind(
      Container container, Port port, boolean ipv6, Facts facts) throws Unobservable {
    List<Address> all = container.addresses();
    Optional<Address> address =
        all.stream()
            .filter(one -> one.isIpv6() == ipv6)
            .findFirst()
            .or(() -> all.stream().findFirst());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    ConnectProbe probe = new ConnectProbe(Namespace.HOST, address.get(), port, "");
    return Meeting.isClosedUnspoken(facts.get(probe)) ? Optional.empty() : Optional.of(probe);
  }

  private static Finding found(
      Flow flow, Finding bare, List<ConnectProbe> frontAndBack, Facts facts) throws Unobservable {
    Finding finding = bare;
    for (ConnectProbe probe : frontAndBack) {
      finding = finding.because(probe, Meeting.of(facts.get(probe)));
    }
    finding =
        finding
            .word("front", text(frontAndBack.getFirst()))
            .word("back", text(frontAndBack.getLast()));
    return finding
        .mend(
            Remedy.byHand(
                "rules",
                "iptables-save -c | grep -e OUTPUT -e INPUT",
                CommandLine.of("docker", "exec", flow.container(), "iptables-save")))
        .mend(
            Remedy.byHand(
                "log", CommandLine.of("docker", "logs", "--tail", "50", flow.container())));
  }

  private static String text(ConnectProbe probe) {
    return probe.to().with(probe.port().number());
  }
}

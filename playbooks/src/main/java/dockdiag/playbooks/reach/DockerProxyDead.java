package dockdiag.playbooks.reach;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.socket.SocketsProbe;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Nobody holds the published port on the host: docker-proxy, who should, is gone.
public final class DockerProxyDead implements Check<Flow> {

  private static final SocketsProbe SOCKETS = new SocketsProbe(Namespace.HOST);

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    // of a port that is published for both families 127.0.0.1 is what people ask
    Optional<PublishedPort> binding =
        facts.get(flow.inspect()).published().stream()
            .filter(one -> flow.port().equals(Optional.of(one.container())))
            .min(Comparator.comparing(one -> one.hostAddress().isIpv6()));
    return binding.isPresent() && !isHeld(binding.get(), facts) && hasProxy(facts)
        ? found(flow, binding.get(), facts)
        : Optional.empty();
  }

  private static boolean isHeld(PublishedPort binding, Facts facts) throws Unobservable {
    return facts.get(SOCKETS).stream()
        .filter(socket -> socket.isListening())
        .filter(socket -> socket.port().equals(Optional.of(binding.host())))
        .anyMatch(socket -> takes(socket.local(), binding.hostAddress()));
  }

  private static boolean takes(Address local, Address bound) {
    return local.equals(bound) || (local.isAny() && (local.isIpv6() || !bound.isIpv6()));
  }

  /// Unless it is known to be off.
  private static boolean hasProxy(Facts facts) throws Unobservable {
    return facts.get(new DaemonSettingsProbe()).userlandProxy().value().orElse(true);
  }

  private static Optional<Finding> found(Flow flow, PublishedPort binding, Facts facts)
      throws Unobservable {
    ConnectProbe connect = Entrance.of(binding, facts).getLast().probe();
    Optional<Outcome> outcome = outcome(connect, facts);
    if (outcome.filter(one -> one == Outcome.CONNECTED || one == Outcome.NO_ADDRESS).isPresent()) {
      return Optional.empty(); // somebody answers all the same, or the host lacks this family
    }
    Finding finding =
        outcome.filter(one -> one == Outcome.REFUSED).isPresent()
            ? Finding.error(flow.subject())
            : Finding.warning(flow.subject());
    finding =
        finding
            .word("to", connect.to().with(connect.port().number()))
            .because(flow.inspect(), "NetworkSettings.Ports " + binding)
            .because(SOCKETS, "nobody listens on " + binding.host());
    if (outcome.isPresent()) {
      finding = finding.because(connect, outcome.get().toString().toLowerCase(Locale.ROOT));
    }
    return Optional.of(
        finding.mend(
            Remedy.byHand("restart", CommandLine.of("docker", "restart", flow.container()))));
  }

  private static Optional<Outcome> outcome(ConnectProbe connect, Facts facts) {
    try {
      return Optional.of(facts.get(connect).outcome());
    } catch (Unobservable notSent) {
      return Optional.empty();
    }
  }
}

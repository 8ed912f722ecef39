package dockdiag.playbooks.sysctl;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.reach.ConnectProbe;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.List;
import java.util.Optional;

/// There is no docker-proxy, and the kernel must not route what comes from 127.0.0.1 to the
/// container's bridge.
public final class LoopbackRouting implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    Optional<ConnectProbe> connect =
        Entrance.to(container, flow.port().orElseThrow(), facts).stream()
            .map(Entrance::probe)
            .filter(probe -> probe.to().isLoopback() && !probe.to().isIpv6())
            .findFirst();
    Optional<SysctlProbe> off = off(container, facts);
    if (connect.isEmpty() || off.isEmpty() || hasProxy(connect.get(), facts)) {
      return Optional.empty();
    }
    boolean fails = fails(connect.get(), facts);
    Finding finding = fails ? Finding.error(flow.subject()) : Finding.warning(flow.subject());
    return Optional.of(
        finding
            .word("to", connect.get().to().with(connect.get().port().number()))
            .because(off.get(), off.get().name() + " = 0")
            .because(new DaemonSettingsProbe(), "userland-proxy = false")
            .mend(
                Remedy.automatic("enable", "sysctl -w " + off.get().name() + "=1")
                    .undoneBy("sysctl -w " + off.get().name() + "=0")
                    .untilReboot())
            .mend(Remedy.byHand("proxy", "systemctl restart docker")));
  }

  private static Optional<SysctlProbe> off(Container container, Facts facts) throws Unobservable {
    List<SysctlProbe> probes =
        facts.get(new NetworksProbe()).stream()
            .filter(network -> !network.internal())
            .filter(
                network ->
                    container.endpoints().stream()
                        .anyMatch(one -> one.networkId().equals(network.id())))
            .flatMap(network -> network.bridge().stream())
            .map(it -> SysctlProbe.ofInterface(Namespace.HOST, "ipv4", it, "route_localnet"))
            .toList();
    for (SysctlProbe probe : probes) {
      if (facts.get(probe).equals("0")) {
        return Optional.of(probe);
      }
    }
    return Optional.empty();
  }

  /// Where the settings cannot be seen, an answer on 127.0.0.1 says the same.
  private static boolean hasProxy(ConnectProbe connect, Facts facts) throws Unobservable {
    var setting = facts.get(new DaemonSettingsProbe()).userlandProxy();
    if (setting.value().isEmpty() && facts.get(connect).isAnswered()) {
      return true;
    }
    return setting.seen().orElse(true);
  }

  private static boolean fails(ConnectProbe connect, Facts facts) {
    try {
      return !facts.get(connect).isAnswered();
    } catch (Unobservable notSent) {
      return false;
    }
  }
}

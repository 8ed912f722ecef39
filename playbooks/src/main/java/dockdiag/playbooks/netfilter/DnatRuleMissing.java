package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.daemon.DaemonSettings;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.Backend;
import java.util.Optional;
import java.util.Set;

/// No rule translates the published port to the container any more.
///
/// While docker-proxy runs the port still answers, with the bridge's address in the client's place.
public final class DnatRuleMissing implements Check<Flow> {

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Published published = Published.of(flow, facts);
    for (PublishedPort binding : published.translated(facts)) {
      NatRules rules = new NatRules(published, binding, facts);
      if (rules.first().isEmpty()) {
        refuseRootless(facts);
        return Optional.of(found(flow, published, rules, binding, facts));
      }
    }
    return Optional.empty();
  }

  /// A rootless engine's ports are opened by its RootlessKit, whose rules are none of the host's.
  private static void refuseRootless(Facts facts) throws Unobservable {
    if (facts.get(new DaemonProbe()).rootless()) {
      throw new Unobservable(
          Reason.NOT_PERMITTED, "a rootless engine: its rules are in a network of its own");
    }
  }

  private static Finding found(
      Flow flow, Published published, NatRules rules, PublishedPort binding, Facts facts)
      throws Unobservable {
    Optional<DaemonSettings> settings = Published.settings(facts);
    boolean fails = Published.isDeafWithoutRule(binding, facts);
    Finding finding = fails ? Finding.error(flow.subject()) : Finding.warning(flow.subject());
    finding =
        finding
            .word("binding", binding.hostAddress().with(binding.hostPort()))
            .because(flow.inspect(), "NetworkSettings.Ports " + binding)
            .because(
                rules.probes().getFirst(),
                "no DNAT rule on the way for --dport " + binding.hostPort());
    if (settings.isEmpty()) {
      return mended(finding, published, rules, binding, facts);
    }
    finding = finding.because(new DaemonSettingsProbe(), told(settings.get()));
    return settings.get().iptables().value().equals(Optional.of(false))
        ? finding.mend(Remedy.byHand("enable", "systemctl restart docker"))
        : mended(finding, published, rules, binding, facts);
  }

  private static String told(DaemonSettings settings) {
    return "iptables = %s, userland-proxy = %s"
        .formatted(text(settings.iptables()), text(settings.userlandProxy()));
  }

  private static String text(DaemonSettings.Setting<Boolean> setting) {
    return setting.value().map(Object::toString).orElse("not seen");
  }

  private static Finding mended(
      Finding finding, Published published, NatRules rules, PublishedPort binding, Facts facts) {
    Finding mended = finding;
    Optional<Backend> backend = rules.engineChain();
    Optional<Published.Inside> inside = published.inside(binding.hostAddress().isIpv6());
    if (backend.isPresent() && inside.isPresent()) {
      String bridge = Published.isProxyOff(facts) ? "" : inside.get().bridge();
      mended =
          mended.mend(
              Remedy.automatic(
                      "add",
                      DnatCommand.engineRule("-A", backend.get(), binding, published, bridge))
                  .undoneBy(DnatCommand.engineRule("-D", backend.get(), binding, published, bridge))
                  .forNow());
    }
    return mended.mend(Remedy.byHand("restart", "systemctl restart docker"));
  }

  /// What no rule leads to the container ends at rules of INPUT, or of another way.
  @Override
  public Set<String> brings() {
    return Astray.BROUGHT;
  }
}

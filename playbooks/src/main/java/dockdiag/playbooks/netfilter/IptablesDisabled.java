package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Scope;
import dockdiag.probes.Facts;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.daemon.DaemonSettings.Origin;
import dockdiag.probes.daemon.DaemonSettings.Setting;
import dockdiag.probes.daemon.DaemonSettingsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The engine was told to make no rules, and nobody made those of the published ports instead.
public final class IptablesDisabled implements Check<Scope> {

  @Override
  public Optional<Finding> examine(Scope scope, Facts facts) throws Unobservable {
    Setting<Boolean> iptables = facts.get(new DaemonSettingsProbe()).iptables();
    if (!iptables.seen().equals(Optional.of(false))) {
      return Optional.empty();
    }
    List<PublishedPort> without = new ArrayList<>();
    boolean fails = !(scope instanceof Flow) && !hidesContainers(facts);
    for (Flow flow : Concerned.ports(scope, facts)) {
      Published published = Published.of(flow, facts);
      for (PublishedPort binding : published.translated(facts)) {
        if (new NatRules(published, binding, facts).first().isEmpty()) {
          without.add(binding);
          fails |= Published.isDeafWithoutRule(binding, facts);
        }
      }
    }
    return without.isEmpty() && !fails
        ? Optional.empty()
        : Optional.of(
            found(
                    fails ? Finding.error(scope.subject()) : Finding.warning(scope.subject()),
                    without)
                .mend(remedy(iptables)));
  }

  private static Finding found(Finding finding, List<PublishedPort> without) {
    Finding found =
        finding
            .word("bindings", Evidence.list(without))
            .because(new DaemonSettingsProbe(), "iptables = false");
    return without.isEmpty()
        ? found.because(NatRules.probes(Family.IP).getFirst(), "no rule masquerades")
        : found.because(
            NatRules.probe(without.getFirst()),
            "no DNAT rule on the way for " + Evidence.list(without));
  }

  /// Whether containers' packets get an address of the host by anybody's rule; or there are none.
  private static boolean hidesContainers(Facts facts) throws Unobservable {
    if (facts.get(new ContainersProbe()).stream()
        .noneMatch(one -> one.status() == Container.Status.RUNNING)) {
      return true;
    }
    for (Probe<Ruleset> probe : NatRules.probes(Family.IP)) {
      boolean hides =
          facts.get(probe).tables().stream()
              .flatMap(table -> table.chains().stream())
              .flatMap(chain -> chain.rules().stream())
              .flatMap(rule -> rule.statements().stream())
              .anyMatch(one -> one instanceof Target.Masquerade || one instanceof Target.Snat);
      if (hides) {
        return true;
      }
    }
    return false;
  }

  private static Remedy remedy(Setting<Boolean> iptables) {
    String where =
        iptables.origin() == Origin.FILE
            ? "grep -n '\"iptables\"' /etc/docker/daemon.json"
            : "systemctl cat docker";
    return Remedy.byHand("enable", where, "systemctl restart docker");
  }

  @Override
  public Set<String> brings() {
    return Set.of("dnat-rule-missing", "masquerade-missing", "egress-dropped", "dns-blocked");
  }
}

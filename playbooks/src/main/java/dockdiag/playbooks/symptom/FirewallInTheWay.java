package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.firewall.DockerBreaksVms;
import dockdiag.playbooks.firewall.DockerUserIgnoredByNftables;
import dockdiag.playbooks.firewall.DockerUserOrder;
import dockdiag.playbooks.firewall.FirewallOverview;
import dockdiag.playbooks.firewall.FirewalldRejectsForward;
import dockdiag.playbooks.firewall.FirewalldZoneMissing;
import dockdiag.playbooks.firewall.ForeignDropPolicy;
import dockdiag.playbooks.firewall.KubeLeftovers;
import dockdiag.playbooks.firewall.NftablesBackendNeedsForwarding;
import dockdiag.playbooks.firewall.PublishedToTheWorld;
import dockdiag.playbooks.firewall.UfwBypassed;
import dockdiag.playbooks.netfilter.EngineRulesFlushed;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.IptablesDisabled;
import dockdiag.playbooks.netfilter.MixedIptablesBackends;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// A firewall of the host hurts Docker, or Docker goes past it.
public final class FirewallInTheWay implements Playbook<HostRules> {

  /// First who makes rules at all, then who takes packets away, then what is more open than it
  /// seems.
  private static final List<Check<? super HostRules>> CHECKS =
      List.of(
          new IptablesDisabled(),
          new EngineRulesFlushed(),
          new MixedIptablesBackends(),
          new NftablesBackendNeedsForwarding(),
          new KubeLeftovers(),
          new ForeignDropPolicy(),
          new FirewalldZoneMissing(),
          new FirewalldRejectsForward(),
          new DockerBreaksVms(),
          new DockerUserOrder(),
          new DockerUserIgnoredByNftables(),
          new UfwBypassed(),
          new PublishedToTheWorld());

  @Override
  public String name() {
    return "firewall";
  }

  @Override
  public List<Check<? super HostRules>> checks() {
    return CHECKS;
  }

  @Override
  public List<HostRules> everywhere(Facts facts) {
    return List.of(HostRules.all());
  }

  @Override
  public void lookAgain(HostRules asked, Facts facts) throws Unobservable {
    Unchanged.networks(facts);
  }

  @Override
  public void prepare(HostRules asked, Facts facts) {
    HostPreparation.of(facts);
  }

  @Override
  public List<HostRules> scopes(HostRules asked, Facts facts) throws Unobservable {
    return List.of(HostPreparation.named(asked, facts));
  }

  @Override
  public List<Overview> overview(HostRules asked, Facts facts) {
    return FirewallOverview.of(facts);
  }

  @Override
  public List<Check<? super HostRules>> checks(HostRules scope) {
    return CHECKS;
  }
}

package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.netfilter.Concerned;
import dockdiag.playbooks.netfilter.DnatRuleMissing;
import dockdiag.playbooks.netfilter.DnatRuleStale;
import dockdiag.playbooks.netfilter.EngineRulesFlushed;
import dockdiag.playbooks.netfilter.HostRules;
import dockdiag.playbooks.netfilter.IptablesDisabled;
import dockdiag.playbooks.netfilter.NatOverview;
import dockdiag.playbooks.netfilter.NatRuleOrphaned;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The kernel's rules are not those of what the engine has published.
public final class NatDisagrees implements Playbook<HostRules> {

  /// What concerns the engine's rules as such.
  private static final List<Check<? super HostRules>> HOST =
      List.of(new IptablesDisabled(), new EngineRulesFlushed(), new NatRuleOrphaned());

  private static final List<Check<? super HostRules>> PORT =
      List.of(
          new DnatRuleStale().within(HostRules::port),
          new DnatRuleMissing().within(HostRules::port));

  @Override
  public String name() {
    return "nat";
  }

  @Override
  public List<Check<? super HostRules>> checks() {
    return Stream.concat(HOST.stream(), PORT.stream()).toList();
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
    HostRules host = HostPreparation.named(asked, facts);
    List<HostRules> scopes = new ArrayList<>(List.of(host));
    for (Flow port : Concerned.ports(host, facts)) {
      scopes.add(host.of(port));
    }
    return scopes;
  }

  @Override
  public List<Overview> overview(HostRules asked, Facts facts) {
    return NatOverview.of(asked, facts);
  }

  @Override
  public List<Check<? super HostRules>> checks(HostRules scope) {
    return scope.standsBefore() ? HOST : PORT;
  }
}

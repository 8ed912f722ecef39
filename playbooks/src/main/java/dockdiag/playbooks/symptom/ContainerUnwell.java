package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.docker.ContainerNotRunning;
import dockdiag.playbooks.docker.ContainerRestarting;
import dockdiag.playbooks.docker.HealthFailing;
import dockdiag.playbooks.docker.HealthcheckWrongPort;
import dockdiag.playbooks.docker.MeantToRun;
import dockdiag.playbooks.docker.MeantToRun.InUse;
import dockdiag.playbooks.docker.SharedNamespaceStale;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.List;

/// A container is not what it is meant to be, whoever wants something of it.
public final class ContainerUnwell implements Playbook<Flow> {

  private static final List<Check<? super Flow>> CHECKS =
      List.of(
          new ContainerRestarting(),
          new ContainerNotRunning(),
          new SharedNamespaceStale(),
          new HealthcheckWrongPort(),
          new HealthFailing());

  @Override
  public String name() {
    return "check";
  }

  @Override
  public List<Check<? super Flow>> checks() {
    return CHECKS;
  }

  @Override
  public List<Check<? super Flow>> checks(Flow scope) {
    return CHECKS;
  }

  @Override
  public List<Flow> everywhere(Facts facts) throws Unobservable {
    return facts.infer(new MeantToRun()).stream().map(InUse::name).map(Flow::to).toList();
  }

  @Override
  public void prepare(Flow asked, Facts facts) {
    facts.prepare(List.of(asked.inspect()));
  }

  @Override
  public List<Flow> scopes(Flow asked, Facts facts) throws Unobservable {
    facts.get(asked.inspect());
    return List.of(asked);
  }
}

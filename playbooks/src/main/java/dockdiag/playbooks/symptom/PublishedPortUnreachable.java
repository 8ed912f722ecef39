package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Reach;
import dockdiag.probes.Facts;
import java.util.List;

/// The published port of a container does not answer.
public final class PublishedPortUnreachable implements Playbook {

  @Override
  public String name() {
    return "ports";
  }

  @Override
  public List<Check> checks() {
    return List.of();
  }

  @Override
  public void prepare(Flow asked, Facts facts) {}

  @Override
  public List<Flow> flows(Flow asked, Facts facts) {
    return List.of(asked);
  }

  @Override
  public List<Check> checks(Flow flow) {
    return checks();
  }

  @Override
  public List<Reach> reach(Flow flow, Facts facts) {
    return List.of();
  }
}

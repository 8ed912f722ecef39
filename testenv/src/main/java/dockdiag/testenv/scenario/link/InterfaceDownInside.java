package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.Optional;

/// The container's own end of its cable is set down.
public final class InterfaceDownInside implements Scenario {

  @Override
  public String description() {
    return "eth0 of web is set down.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("interface-down");
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    Cable.inside(host, "web", "ip link set dev eth0 down");
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "eth0: not UP";
  }

  @Override
  public void mend(DockerHost host) {
    Cable.inside(host, "web", "ip link set dev eth0 up");
  }
}

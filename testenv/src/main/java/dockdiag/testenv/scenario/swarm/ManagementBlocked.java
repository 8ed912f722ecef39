package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.Lan;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The manager hears nothing of a worker that lives.
public final class ManagementBlocked implements Scenario {

  @Override
  public String description() {
    return "The manager drops 2377/tcp, by which workers report.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("overlay-port-blocked");
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.shell("iptables -A INPUT -p tcp -m tcp --dport 2377 -j DROP");
    Swarm.awaitShell(host, "docker node ls | grep -q Down");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, ManagementBlocked::reported);
  }

  /// Where it gets through, the manager hears of it a little later.
  private static Attempt reported(DockerHost host) {
    Attempt attempt = host.neighbour(2).fromHost().tcp(Lan.address(1), 2377);
    if (attempt.connected()) {
      Swarm.awaitShell(host, "! docker node ls | grep -q Down");
    }
    return attempt;
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "--dport 2377 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("swarm-node-down", "node-cut-off");
  }
}

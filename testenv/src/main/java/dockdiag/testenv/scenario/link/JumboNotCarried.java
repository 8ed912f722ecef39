package dockdiag.testenv.scenario.link;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Large packets are asked for, and one link on the way takes small ones alone.
public final class JumboNotCarried implements Scenario {

  @Override
  public String description() {
    return "The network front has an MTU of 9000, the host's end of one of its cables 1500.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "--opt com.docker.network.driver.mtu=9000");
    MtuMismatch.echo(host);
    Pair.ask(host).start();
    host.shell("ip link set dev " + Cable.onHost(host, "echo") + " mtu 1500");
  }

  @Override
  public Symptom symptom() {
    return Symptom.large(Outcome.TIMED_OUT, "ask", Pair.WEB);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "mtu 1500";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("mtu-mismatch");
  }
}

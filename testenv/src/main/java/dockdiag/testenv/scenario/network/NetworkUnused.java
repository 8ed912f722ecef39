package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A network that nobody is in, and somebody who looks for a server there.
public final class NetworkUnused implements Scenario {

  @Override
  public String description() {
    return "No container is in the network front.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
  }

  @Override
  public Symptom symptom() {
    return Pair.askedByHost(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "no container in";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("policy-routing-captures");
  }

  @Override
  public void mend(DockerHost host) {
    Pair.web(host).serve(8080);
    // The host remembers for a moment that nobody had this address.
    host.fromHost().awaitTcp(Pair.WEB, 8080);
  }
}

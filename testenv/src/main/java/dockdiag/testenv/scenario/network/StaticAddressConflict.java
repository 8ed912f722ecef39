package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A container without a fixed address started first and got the other one's.
public final class StaticAddressConflict implements Scenario {

  @Override
  public String description() {
    return "ask has the address that web was promised.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.ask(host).address(Pair.WEB).start();
    Pair.web(host).publish("8080:8080").create();
    host.run("docker", "start", "web");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().http(DockerHost.ADDRESS, 8080));
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "Address already in use";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("address-conflict");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("ask");
    host.shell("docker start web");
    host.fromContainer("web").awaitListening(8080);
  }
}

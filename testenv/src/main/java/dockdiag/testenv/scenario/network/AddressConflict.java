package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The host took an address that the engine gives to containers.
public final class AddressConflict implements Scenario {

  @Override
  public String description() {
    return "The host has the address of web.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.arrange(host);
    host.shell("ip address add " + Pair.WEB + "/32 dev eth0");
  }

  @Override
  public Symptom symptom() {
    return Pair.askedByHost(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "eth0: 10.20.1.10";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("static-address-conflict");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ip address del " + Pair.WEB + "/32 dev eth0");
  }
}

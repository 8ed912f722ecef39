package dockdiag.testenv.scenario.egress;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// A network whose containers keep their addresses, and a router that knows no way back.
public final class MasqueradeOff implements Scenario {
  private static final String OPTION = "com.docker.network.bridge.enable_ip_masquerade=false";

  @Override
  public String description() {
    return "The network of web does not masquerade.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("masquerade-missing");
  }

  @Override
  public void arrange(DockerHost host) {
    Outgoing.arrange(host, "--opt " + OPTION);
  }

  @Override
  public Symptom symptom() {
    return Outgoing.greeted(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return Outgoing.COMMAND;
  }

  @Override
  public String evidence() {
    return "com.docker.network.bridge.enable_ip_masquerade=false";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("egress-dropped", "remote-silent");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.shell("docker network rm front");
    Pair.network(host, "");
    Pair.web(host).serve(8080);
  }
}

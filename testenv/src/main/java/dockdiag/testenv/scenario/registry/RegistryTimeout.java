package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import dockdiag.testenv.web.StrangeServer;
import java.util.List;

/// Whoever is there accepts connections and says nothing.
public final class RegistryTimeout implements Scenario {

  @Override
  public String description() {
    return "The registry accepts the connection and stays silent.";
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host);
    StrangeServer.plain(host, CLIENT, Pulling.PORT, request -> "");
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails();
  }

  @Override
  public String command() {
    return Pulling.COMMAND;
  }

  @Override
  public String evidence() {
    return "tls timed-out";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-unreachable", "registry-mtu");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Pulling.secure(host, Registry.at(host));
  }
}

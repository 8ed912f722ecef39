package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import dockdiag.testenv.web.StrangeServer;
import java.util.List;
import java.util.Optional;

/// The proxy accepts connections and says nothing.
public final class RegistryProxyHangs implements Scenario {

  @Override
  public String description() {
    return "The engine's proxy stays silent.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("registry-proxy-unreachable");
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).under("env", "HTTPS_PROXY=http://198.51.100.2:8888");
  }

  @Override
  public void arrange(DockerHost host) {
    Pulling.secure(host, Registry.of(host));
    StrangeServer.plain(host, CLIENT, 8888, request -> "");
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
    return "proxy timed-out";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-timeout");
  }

  @Override
  public void mend(DockerHost host) {
    host.under("env", "HTTPS_PROXY=http://198.51.100.2:8888", "NO_PROXY=" + CLIENT);
    host.restartEngine();
  }
}

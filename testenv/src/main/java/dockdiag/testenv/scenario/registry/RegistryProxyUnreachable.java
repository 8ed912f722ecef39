package dockdiag.testenv.scenario.registry;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Proxy;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The proxy that the engine was told of does not run.
public final class RegistryProxyUnreachable implements Scenario {

  @Override
  public String description() {
    return "The engine's proxy is down.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).under("env", "HTTPS_PROXY=http://198.51.100.2:8888");
  }

  @Override
  public void arrange(DockerHost host) {
    Pulling.secure(host, Registry.of(host));
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
    return "connect refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-unreachable", "registry-proxy-missing");
  }

  @Override
  public void mend(DockerHost host) {
    Proxy.start(host, 8888, Pulling.PORT);
  }
}

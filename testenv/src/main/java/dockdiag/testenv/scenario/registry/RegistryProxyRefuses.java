package dockdiag.testenv.scenario.registry;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Proxy;
import dockdiag.testenv.web.Registry;
import java.util.List;
import java.util.Optional;

/// The proxy lets nobody through to that port.
public final class RegistryProxyRefuses implements Scenario {

  @Override
  public String description() {
    return "The engine's proxy does not allow the registry's port.";
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
    Proxy.start(host, 8888, 443);
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
    return "403 Access violation";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-auth-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(8888);
    Proxy.start(host, 8889, Pulling.PORT);
    host.under("env", "HTTPS_PROXY=http://198.51.100.2:8889");
    host.restartEngine();
  }
}

package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// The registry is pulled from by a name that nobody knows.
public final class RegistryNameUnresolved implements Scenario {

  private static final String IMAGE = "reg.shop.test:5000/shop/box:1";

  @Override
  public String description() {
    return "The host's DNS server does not know the registry's name.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).dockerd("--insecure-registry", "reg.shop.test:5000");
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host).plain(CLIENT, Pulling.PORT);
    host.resolvingBy(host.nameServer(CLIENT));
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails(IMAGE);
  }

  @Override
  public String command() {
    return "registry " + IMAGE;
  }

  @Override
  public String evidence() {
    return "NXDOMAIN";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-unreachable", "registry-timeout");
  }

  @Override
  public void mend(DockerHost host) {
    host.nameServers().getFirst().zone().add("reg.shop.test", CLIENT);
  }
}

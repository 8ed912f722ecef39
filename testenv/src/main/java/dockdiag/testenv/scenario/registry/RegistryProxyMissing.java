package dockdiag.testenv.scenario.registry;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Proxy;
import dockdiag.testenv.web.Registry;
import java.util.List;

/// Whoever wants out asks the proxy; logins know it, the engine does not.
public final class RegistryProxyMissing implements Scenario {

  private static final String AWAY = "192.0.2.50";
  private static final String IMAGE = AWAY + ":5000/shop/box:1";

  @Override
  public String description() {
    return "The registry is reached by a proxy alone, of which the engine was not told.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.outside("ip", "address", "add", AWAY, "dev", "lo").text();
    host.shell("ip route add unreachable " + AWAY);
    Authority authority = Authority.create();
    host.write("/etc/docker/certs.d/" + AWAY + ":5000/ca.crt", authority.pem());
    Registry.of(host).secure(AWAY, 5000, authority.identity("registry", Validity.now(), AWAY));
    Proxy.start(host, 8888, 5000);
    host.write("/etc/environment", "HTTPS_PROXY=http://198.51.100.2:8888\n");
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
    return "proxy http://198.51.100.2:8888";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-unreachable", "registry-proxy-unreachable");
  }

  @Override
  public void mend(DockerHost host) {
    host.under("env", "HTTPS_PROXY=http://198.51.100.2:8888");
    host.restartEngine();
  }
}

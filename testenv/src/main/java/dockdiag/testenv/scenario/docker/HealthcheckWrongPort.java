package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The guide's own Dockerfile: it serves on 18188, and its health check asks 8080.
public final class HealthcheckWrongPort implements BrokenWebsite {

  @Override
  public String description() {
    return "web serves on 18188, and its health check asks 8080.";
  }

  @Override
  public void arrange(DockerHost host) {
    web(host).health("wget -q -O /dev/null http://127.0.0.1:8080/").serve(18188);
  }

  @Override
  public Symptom symptom() {
    return Symptom.unhealthy("web");
  }

  @Override
  public String evidence() {
    return "listening: 18188/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("health-failing");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    web(host).health("wget -q -O /dev/null http://127.0.0.1:18188/").serve(18188);
  }

  private static NewContainer web(DockerHost host) {
    return host.container("web")
        .command("httpd", "-f", "-p", "18188", "-h", "/var/www")
        .publish("18188:18188");
  }
}

package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The server answers, and what its health check looks for is not there.
public final class HealthFailing implements BrokenWebsite {

  @Override
  public String description() {
    return "web serves, and its health check misses a page.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).health("wget -O /dev/null http://127.0.0.1:8080/ready").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Symptom.unhealthy("web");
  }

  @Override
  public String evidence() {
    return "404 Not Found";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("healthcheck-wrong-port");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    Website.web(host).health("wget -O /dev/null http://127.0.0.1:8080/").serve(8080);
  }
}

package dockdiag.testenv.scenario.contact;

import com.github.dockerjava.api.model.HealthCheck;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A database takes its time.
public final class DependencyNotReady implements Scenario {

  @Override
  public String description() {
    return "web runs, and does not listen yet.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Neighbours.web(host, "8080")
        .command("sh", "-c", "until [ -e /tmp/go ]; do sleep 0.1; done; exec httpd -f -p 8080")
        .with((command, settings) -> command.withHealthcheck(patient()))
        .start();
    Pair.ask(host).start();
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "State.Health.Status starting";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-has-no-listener", "host-port-used-between-containers");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker exec web touch /tmp/go");
    host.fromContainer("web").awaitListening(8080);
  }

  private static HealthCheck patient() {
    return new HealthCheck()
        .withTest(List.of("CMD-SHELL", "nc 127.0.0.1 8080 </dev/null"))
        .withInterval(TimeUnit.MILLISECONDS.toNanos(500))
        .withStartPeriod(TimeUnit.MINUTES.toNanos(10));
  }
}

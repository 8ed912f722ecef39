package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A database of the host's own.
public final class HostServiceOnLoopback implements Scenario {

  @Override
  public String description() {
    return "A server of the host listens on 127.0.0.1:8080, and ask asks the host.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.ask(host).start();
    host.shell("busybox httpd -p 127.0.0.1:8080 -h /tmp");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.REFUSED, host -> host.fromContainer("ask").http(DockerHost.ADDRESS, 8080));
  }

  @Override
  public String command() {
    return "ping ask host:8080";
  }

  @Override
  public String evidence() {
    return "LISTEN 127.0.0.1:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-on-loopback");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("kill $(pidof busybox)");
    host.await(
        "the port to be free", () -> host.run("busybox", "httpd", "-p", "8080").status() == 0);
  }
}

package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A host firewall that thinks of the outside.
public final class HairpinThroughHost implements Scenario {

  @Override
  public String description() {
    return "ask asks the host for the port that web publishes, and INPUT drops it.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).publish("8080:8080").serve(8080);
    Pair.ask(host).start();
    host.shell("iptables -A INPUT -i br-front -p tcp -m tcp --dport 8080 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT, host -> host.fromContainer("ask").http(DockerHost.ADDRESS, 8080));
  }

  @Override
  public String command() {
    return "ping ask host:8080";
  }

  @Override
  public String evidence() {
    return "-A INPUT -i br-front -p tcp -m tcp --dport 8080 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bridge-filtered", "icc-disabled");
  }
}

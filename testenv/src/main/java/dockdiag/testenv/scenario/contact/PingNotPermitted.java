package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Map;

/// A container that runs as nobody in particular.
public final class PingNotPermitted implements Scenario {

  @Override
  public String description() {
    return "ask runs as user 1000, where nobody but root may ping.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).serve(8080);
    Pair.ask(host)
        .with(
            (command, settings) -> {
              command.withUser("1000");
              settings.withSysctls(Map.of("net.ipv4.ping_group_range", "1 0"));
            })
        .start();
  }

  @Override
  public Symptom symptom() {
    return Symptom.pinged(Outcome.TIMED_OUT, "docker exec ask", Pair.WEB);
  }

  @Override
  public String command() {
    return "ping ask web";
  }

  @Override
  public String evidence() {
    return "user 1000 without CAP_NET_RAW";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("icmp-ignored", "icc-disabled");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("ask");
    Pair.ask(host).start();
  }
}

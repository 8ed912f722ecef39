package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Somebody flushed the rules in the container's own namespace, as VPN clients do.
public final class EmbeddedDnsUnreachable implements Scenario {

  @Override
  public String description() {
    return "The rules in web's namespace that lead 127.0.0.11:53 to the engine are gone.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host);
    host.shell(
        "nsenter --net=/proc/$(docker inspect -f '{{.State.Pid}}' web)/ns/net iptables -t nat -F");
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("web", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "rules that lead to them: nothing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("upstream-dns-unreachable");
  }
}

package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// Two DNS servers, and the first is dead.
public final class FirstNameserverDead implements Scenario {

  @Override
  public String description() {
    return "The host names two DNS servers, and the first one is dead.";
  }

  @Override
  public void arrange(DockerHost host) {
    NameServer server = Asking.network(host);
    host.write(
        "/etc/resolv.conf",
        "nameserver 198.51.100.53\nnameserver %s\n".formatted(server.address()));
    Asking.web(host).start();
  }

  @Override
  public Symptom symptom() {
    return Asking.behind(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "0 of 4 answered";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dns-blocked");
  }

  @Override
  public void mend(DockerHost host) {
    host.resolvingBy(host.nameServers().getFirst());
    Asking.anew(host);
  }
}

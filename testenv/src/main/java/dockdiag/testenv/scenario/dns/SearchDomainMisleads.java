package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The host's search domain has a wildcard.
public final class SearchDomainMisleads implements Scenario {

  @Override
  public String description() {
    return "web asks for payments, which corp.test, the search domain, answers for any name.";
  }

  @Override
  public void arrange(DockerHost host) {
    NameServer server = Asking.network(host);
    server.zone().add("*.corp.test", "203.0.113.9");
    host.write("/etc/resolv.conf", "nameserver " + server.address() + "\nsearch corp.test\n");
    Asking.web(host).start();
  }

  @Override
  public Symptom symptom() {
    return Asking.connected("payments", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web payments";
  }

  @Override
  public String evidence() {
    return "search corp.test";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found", "hosts-file-override");
  }

  @Override
  public void mend(DockerHost host) {
    Asking.server(host, "payments").serve(8080);
  }
}

package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// DOCKER-USER allows the host's port 80, and packets have the container's port 8080 there.
public final class DockerUserOrder implements BrokenWebsite {

  @Override
  public String description() {
    return "A rule in DOCKER-USER lets port 80 pass, but packets for web have port 8080 when they"
        + " come there.";
  }

  @Override
  public void arrange(DockerHost host) {
    Website.web(host).publish("80:8080").serve(8080);
    host.shell("iptables -I DOCKER-USER -i eth0 -j DROP");
    host.shell("iptables -I DOCKER-USER -i eth0 -p tcp --dport 80 -j ACCEPT");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http(DockerHost.ADDRESS, 80));
  }

  @Override
  public String command() {
    return "ports web 80";
  }

  @Override
  public String evidence() {
    return "packets have port 8080 there";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("foreign-drop-policy");
  }
}

package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The client outside has a route to the containers' network, and asks web's own address.
public final class DirectAccessBlocked implements BrokenWebsite {

  private static final String OPEN = "open";

  @Override
  public String description() {
    return "A client with a route to the containers asks web's own address, which engine 28 drops.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(Suite.FORKY);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    for (String network : List.of("172.17.0.0/16", "10.6.9.0/24")) {
      host.outside("ip", "route", "replace", network, "via", DockerHost.ADDRESS).run().text();
    }
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, host -> host.fromOutside().http(address(host), 8080));
  }

  private static String address(DockerHost host) {
    return host.shell(
            "docker inspect --format"
                + " '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web")
        .strip();
  }

  @Override
  public String evidence() {
    return "iptables raw PREROUTING";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.shell(
        "docker network create --subnet 10.6.9.0/24"
            + " --opt com.docker.network.bridge.gateway_mode_ipv4=nat-unprotected "
            + OPEN);
    Website.web(host).network(OPEN).serve(8080);
  }
}

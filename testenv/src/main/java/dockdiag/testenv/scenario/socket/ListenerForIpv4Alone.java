package dockdiag.testenv.scenario.socket;

import static dockdiag.testenv.DockerHost.ADDRESS_6;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.Optional;

/// On a network of both families, and it takes IPv4 alone; an IPv6 client complains.
public final class ListenerForIpv4Alone implements BrokenWebsite {

  @Override
  public String description() {
    return "web is on a network of both families and takes IPv4 alone.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("listener-wrong-family");
  }

  @Override
  public void arrange(DockerHost host) {
    host.shell("docker network create --ipv6 --subnet 10.6.3.0/24 --subnet fd00:6::/64 dual");
    web(host, "0.0.0.0:8080");
    // A new IPv6 address is tried for a second before it is used.
    host.await("IPv6", () -> symptom().seenOn(host) != Outcome.TIMED_OUT);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CLOSED_AT_ONCE, host -> host.fromOutside().http(ADDRESS_6, 8080));
  }

  @Override
  public String evidence() {
    return "LISTEN 0.0.0.0:8080 httpd (pid 1)";
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    web(host, "8080");
    host.await("IPv6", () -> symptom().seenOn(host) == Outcome.CONNECTED);
  }

  private static void web(DockerHost host, String listen) {
    Website.web(host)
        .network("dual")
        .command("httpd", "-f", "-p", listen, "-h", "/var/www")
        .serve(8080);
  }
}

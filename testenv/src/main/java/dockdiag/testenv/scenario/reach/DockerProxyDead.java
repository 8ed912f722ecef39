package dockdiag.testenv.scenario.reach;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The machine ran out of memory, and docker-proxy was killed.
public final class DockerProxyDead implements BrokenWebsite {

  @Override
  public String description() {
    return "docker-proxy for web is dead, so the host itself does not reach it on 127.0.0.1.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    kill(host, "-host-ip");
    host.await("its end", () -> symptom().seenOn(host) == Outcome.REFUSED);
  }

  /// Kills the docker-proxies in whose command line the words stand.
  static void kill(DockerHost host, String words) {
    host.shell(
        "for p in $(pgrep -x docker-proxy); do tr '\\0' ' ' < /proc/$p/cmdline | grep -q -e '"
            + words
            + "' && kill -9 $p; done; true");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromHost().http("127.0.0.1", 8080));
  }

  @Override
  public String evidence() {
    return "nobody listens on 8080/tcp";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published", "application-refuses");
  }
}

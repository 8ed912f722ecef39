package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.Optional;

/// A rule was appended to DOCKER-USER, behind the RETURN with which the engine makes it.
public final class DockerUserBehindReturn implements BrokenWebsite {

  @Override
  public String description() {
    return "A client is to be kept out by DOCKER-USER, but the rule stands behind the chain's"
        + " RETURN.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("docker-user-order");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -A DOCKER-USER -s 198.51.100.2 -j DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "stands behind rule 1";
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -D DOCKER-USER 2");
  }
}

package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.Optional;

/// Somebody flushed the engine's NAT rules; docker-proxy answers in their place.
public final class DnatRuleMissingBehindProxy implements BrokenWebsite {

  @Override
  public String description() {
    return "The rule that leads the host's port 8080 to web is gone, and docker-proxy hides it.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("dnat-rule-missing");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables -t nat -F DOCKER");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.CONNECTED);
  }

  @Override
  public String evidence() {
    return "no DNAT rule on the way for --dport 8080";
  }
}

package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.Optional;

/// Every table was flushed; docker-proxy answers for the rules.
public final class AllRulesFlushed implements BrokenWebsite {

  @Override
  public String description() {
    return "`nft flush ruleset` took every rule away; docker-proxy hides it from web's clients.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("engine-rules-flushed");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("nft flush ruleset");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "nat";
  }

  @Override
  public String evidence() {
    return "gone: nat -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER";
  }

  @Override
  public void mend(DockerHost host) {
    Website.afterRestart(host);
  }
}

package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.Optional;

/// The engine makes no rules, as it was told; docker-proxy answers for them.
public final class IptablesDisabledBehindProxy implements BrokenWebsite {

  @Override
  public String description() {
    return "The engine is started with --iptables=false; docker-proxy hides it from web's clients.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("iptables-disabled");
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).daemonJson("{\"iptables\": false}");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
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
    return "iptables = false";
  }

  @Override
  public void mend(DockerHost host) {
    host.write("/etc/docker/daemon.json", "{}");
    Website.afterRestart(host);
  }
}

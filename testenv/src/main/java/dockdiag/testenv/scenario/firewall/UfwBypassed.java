package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.PacketFilter;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// ufw denies what comes in, and the published port is open.
public final class UfwBypassed implements BrokenWebsite {

  @Override
  public String description() {
    return "ufw is enabled and allows nothing; web is open to everybody all the same.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).filter(PacketFilter.UFW);
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
    return "firewall";
  }

  @Override
  public String evidence() {
    return "ENABLED=yes";
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("ufw allow 8080/tcp");
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("website", "docker-user-ignored-by-nftables");
  }
}

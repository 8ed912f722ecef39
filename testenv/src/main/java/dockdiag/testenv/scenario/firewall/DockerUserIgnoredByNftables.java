package dockdiag.testenv.scenario.firewall;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.NftablesBackend;
import dockdiag.testenv.PacketFilter;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// The engine was switched to nftables; iptables still has the chain DOCKER-USER and its rules.
public final class DockerUserIgnoredByNftables implements BrokenWebsite {

  @Override
  public String description() {
    return "DOCKER-USER blocks port 8080, but the engine's rules are nft's own and never ask it.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).filter(PacketFilter.NFTABLES);
  }

  @Override
  public void arrange(DockerHost host) {
    // of docker0 an engine that makes no rules says that it is not to be masqueraded
    host.network("front", "172.28.1.0/24");
    Website.web(host).network("front").serve(8080);
    NftablesBackend.program(host);
    host.shell("iptables -N DOCKER-USER; iptables -A DOCKER-USER -p tcp --dport 8080 -j DROP");
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
    return "iptables filter DOCKER-USER 1";
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("iptables -F DOCKER-USER");
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("website", "ufw-bypassed");
  }
}

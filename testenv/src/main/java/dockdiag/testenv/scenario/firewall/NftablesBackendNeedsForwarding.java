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

/// The engine uses nftables, and nobody has turned forwarding on.
public final class NftablesBackendNeedsForwarding implements BrokenWebsite {

  @Override
  public String description() {
    return "The engine's rules are nft's own, and net.ipv4.ip_forward is 0.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).filter(PacketFilter.NFTABLES);
  }

  @Override
  public void arrange(DockerHost host) {
    host.network("front", "172.28.1.0/24");
    Website.web(host).network("front").serve(8080);
    NftablesBackend.program(host);
    host.shell("sysctl -w net.ipv4.ip_forward=0");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "net.ipv4.ip_forward = 0";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("forward-dropped");
  }
}

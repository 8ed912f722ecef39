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

/// A policy of firewalld's keeps containers from the outside.
public final class FirewalldRejectsForward implements BrokenWebsite {

  @Override
  public String description() {
    return "A policy between the zones docker and public rejects what containers send out.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(suite).filter(PacketFilter.FIREWALLD);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.fromOutside().greet(9000);
    host.shell(
        "firewall-cmd --permanent --zone=public --change-interface=eth0;"
            + " firewall-cmd --permanent --new-policy=shield;"
            + " firewall-cmd --permanent --policy=shield --add-ingress-zone=docker;"
            + " firewall-cmd --permanent --policy=shield --add-egress-zone=public;"
            + " firewall-cmd --permanent --policy=shield --set-target=REJECT");
    Website.afterFirewalldReload(host);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.UNREACHABLE, host -> host.fromContainer("web").tcp("198.51.100.2", 9000));
  }

  @Override
  public String command() {
    return "firewall";
  }

  @Override
  public String evidence() {
    return "policy_shield";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("firewalld-zone-missing");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("firewall-cmd --permanent --policy=shield --set-target=CONTINUE");
    Website.afterFirewalldReload(host);
  }
}

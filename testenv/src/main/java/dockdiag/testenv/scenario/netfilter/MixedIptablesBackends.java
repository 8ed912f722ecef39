package dockdiag.testenv.scenario.netfilter;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody gave iptables-legacy a policy that drops; the engine uses iptables-nft.
public final class MixedIptablesBackends implements BrokenWebsite {

  @Override
  public String description() {
    return "iptables-legacy drops what is forwarded; `iptables -S`, which is iptables-nft, shows"
        + " none of it.";
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.shell("iptables-legacy -P FORWARD DROP");
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "ports web";
  }

  @Override
  public String evidence() {
    return "iptables-legacy filter FORWARD policy";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("foreign-drop-policy", "engine-rules-flushed");
  }
}

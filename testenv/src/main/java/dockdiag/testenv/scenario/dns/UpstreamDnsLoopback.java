package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A host with a resolver of its own, and a container on the default bridge.
public final class UpstreamDnsLoopback implements Scenario {

  @Override
  public String description() {
    return "The host names 127.0.0.53 alone, so web is given 8.8.8.8, which is out of reach.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    NameServer own = host.ownNameServer("127.0.0.53");
    own.zone().add(Asking.OUTSIDE, "192.0.2.80");
    host.resolvingBy(own);
    Asking.idle(host).start();
  }

  @Override
  public Symptom symptom() {
    return Asking.asked(Asking.OUTSIDE, Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "nameserver 127.0.0.53";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("dns-option-wrong");
  }

  @Override
  public void mend(DockerHost host) {
    host.resolvingBy(host.nameServers().getFirst());
    host.remove("web");
    Asking.idle(host).start();
  }
}

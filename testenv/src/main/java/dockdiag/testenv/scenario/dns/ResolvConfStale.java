package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The host has moved to another network since web was started.
public final class ResolvConfStale implements Scenario {

  @Override
  public String description() {
    return "The host asks another DNS server by now, and the one of web's start is gone.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.arrange(host).close();
    NameServer now = host.ownNameServer(DockerHost.ADDRESS);
    now.zone().add(Asking.OUTSIDE, "192.0.2.80");
    host.resolvingBy(now);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CONNECTED, ResolvConfStale::asked);
  }

  @Override
  public String command() {
    return "dns web";
  }

  @Override
  public String evidence() {
    return "nameserver 198.51.100.1";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("hostname-with-underscore");
  }

  /// The server of now answers, whom the container does not ask.
  private static Attempt asked(DockerHost host) {
    return Asking.inWeb(host).ask(DockerHost.ADDRESS, Asking.OUTSIDE);
  }
}

package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// The nodes no longer tell each other who has which name.
public final class GossipBlocked implements Scenario {

  private static final String EMBEDDED = "127.0.0.11";
  private static final int MOST_TRIES = 12;

  @Override
  public String description() {
    return "The manager drops 7946, by which the nodes tell each other their names.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("overlay-port-blocked");
  }

  @Override
  public void arrange(DockerHost host) {
    Swarm.pair(host);
    host.shell("iptables -A INPUT -p tcp -m tcp --dport 7946 -j DROP");
    host.shell("iptables -A INPUT -p udp -m udp --dport 7946 -j DROP");
    host.shell("iptables -A OUTPUT -p tcp -m tcp --dport 7946 -j DROP");
    Swarm.awaitShell(host, "! timeout 2 docker exec shop nslookup redis");
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.TIMED_OUT, GossipBlocked::named);
  }

  /// The nodes take their time until they tell each other again.
  private static Attempt named(DockerHost host) {
    Attempt attempt = host.fromContainer("shop").ask(EMBEDDED, "redis");
    for (int i = 0; i < MOST_TRIES && !attempt.connected(); i++) {
      attempt = host.fromContainer("shop").ask(EMBEDDED, "redis");
    }
    return attempt;
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "--dport 7946 -j DROP";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("overlay-peer-missing", "swarm-node-down");
  }
}

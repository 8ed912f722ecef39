package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// Two projects, and the address of the other.
public final class NoSharedNetworkByAddress implements Scenario {

  @Override
  public String description() {
    return "ask is on front and asks the address of web on back.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("no-shared-network");
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.ask(host).start();
    host.network("back", "10.20.2.0/24");
    host.container("web").image(Image.WEB).network("back").address("10.20.2.10").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(
        Outcome.TIMED_OUT, host -> host.fromContainer("ask").http("10.20.2.10", 8080));
  }

  @Override
  public String command() {
    return "ping ask 10.20.2.10:8080";
  }

  @Override
  public String evidence() {
    return "web is on back";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("icc-disabled", "bridge-filtered");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network connect back ask");
  }
}

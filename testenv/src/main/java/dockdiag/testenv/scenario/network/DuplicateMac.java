package dockdiag.testenv.scenario.network;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A compose file with mac_address was copied.
public final class DuplicateMac implements Scenario {

  @Override
  public String description() {
    return "web and ask have one Ethernet address.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).with((command, settings) -> command.withMacAddress(MAC)).serve(8080);
    Pair.ask(host).with((command, settings) -> command.withMacAddress(MAC)).start();
  }

  @Override
  public Symptom symptom() {
    return Pair.asked(Outcome.TIMED_OUT);
  }

  @Override
  public String command() {
    return "networks front";
  }

  @Override
  public String evidence() {
    return "02:42:0a:14:01:99";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("veth-detached");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("ask");
    Pair.ask(host).start();
  }

  private static final String MAC = "02:42:0a:14:01:99";
}

package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A leftover of an earlier start bears the name, too.
public final class AliasShared implements Scenario {

  @Override
  public String description() {
    return "web and old are both called db, and old serves nothing.";
  }

  @Override
  public void arrange(DockerHost host) {
    Pair.network(host, "");
    Pair.web(host).alias("db").serve(8080);
    host.container("old").command("sleep", "infinity").network(Pair.NETWORK).alias("db").start();
    Pair.ask(host).start();
  }

  @Override
  public Symptom symptom() {
    return Neighbours.oftenNamed("db", 8080);
  }

  @Override
  public String command() {
    return "ping ask db:8080";
  }

  @Override
  public String evidence() {
    return "old 10.20.1.2: refused";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("target-has-no-listener", "name-resolves-elsewhere");
  }

  @Override
  public void mend(DockerHost host) {
    host.shell("docker network disconnect front old");
  }
}

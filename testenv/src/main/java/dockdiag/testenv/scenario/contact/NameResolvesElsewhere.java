package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// The company has a server of that name, too.
public final class NameResolvesElsewhere implements Scenario {

  @Override
  public String description() {
    return "ask tries web.corp.test before web, and the company's DNS server knows that.";
  }

  @Override
  public void arrange(DockerHost host) {
    NameServer server = host.nameServer(DockerHost.CLIENT);
    server.zone().add("web.corp.test", "192.0.2.80");
    host.resolvingBy(server);
    Pair.network(host, "");
    Pair.web(host).serve(8080);
    Pair.ask(host)
        .with(
            (command, settings) ->
                settings.withDnsSearch("corp.test").withDnsOptions(List.of("ndots:5")))
        .start();
  }

  @Override
  public Symptom symptom() {
    return Neighbours.named("web", 8080);
  }

  @Override
  public String command() {
    return "ping ask web:8080";
  }

  @Override
  public String evidence() {
    return "192.0.2.80";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("search-domain-misleads", "hosts-file-override");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("ask");
    Pair.ask(host).start();
  }
}

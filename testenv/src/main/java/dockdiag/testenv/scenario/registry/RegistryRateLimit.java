package dockdiag.testenv.scenario.registry;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.web.Registry;
import dockdiag.testenv.web.StrangeServer;
import java.util.List;

/// The registry has counted too many pulls.
public final class RegistryRateLimit implements Scenario {

  private static final String JSON = "Content-Type: application/json\n";
  private static final String TOO_MANY =
      "{\"errors\": [{\"code\": \"TOOMANYREQUESTS\", \"message\": \"too many pulls\"}]}";

  @Override
  public String description() {
    return "The registry answers that there were too many pulls.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return Pulling.insecure(suite);
  }

  @Override
  public void arrange(DockerHost host) {
    Registry.of(host);
    StrangeServer.plain(
        host,
        CLIENT,
        Pulling.PORT,
        request ->
            request.contains("/manifests/")
                ? StrangeServer.answer("429 Too Many Requests", JSON, TOO_MANY)
                : StrangeServer.answer("200 OK", JSON, "{}"));
  }

  @Override
  public Symptom symptom() {
    return Pulling.fails();
  }

  @Override
  public String command() {
    return Pulling.COMMAND;
  }

  @Override
  public String evidence() {
    return "HTTP 429";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-auth-missing", "registry-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Registry.at(host).plain(CLIENT, Pulling.PORT);
  }
}

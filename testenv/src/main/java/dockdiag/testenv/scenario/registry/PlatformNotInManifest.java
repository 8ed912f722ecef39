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

/// The image was built for a mainframe alone.
public final class PlatformNotInManifest implements Scenario {

  private static final String TYPE = "application/vnd.oci.image.index.v1+json";
  private static final String INDEX =
      """
      {"schemaVersion": 2, "mediaType": "%s", "manifests": [
       {"mediaType": "application/vnd.oci.image.manifest.v1+json", "size": 500,
        "digest": "sha256:%s", "platform": {"os": "linux", "architecture": "s390x"}}]}
      """
          .formatted(TYPE, "7".repeat(64));

  @Override
  public String description() {
    return "The registry has the image for linux/s390x only.";
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
                ? StrangeServer.answer("200 OK", "Content-Type: " + TYPE + "\n", INDEX)
                : StrangeServer.answer("200 OK", "Content-Type: application/json\n", "{}"));
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
    return "linux/s390x";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("registry-not-found");
  }

  @Override
  public void mend(DockerHost host) {
    host.outsideServers().stop(Pulling.PORT);
    Registry.at(host).plain(CLIENT, Pulling.PORT);
  }
}

package dockdiag.testenv.scenario.docker;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.BrokenWebsite;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// In the host's network `-p 80:8080` moves nothing.
public final class HostNetworkIgnoresPublish implements BrokenWebsite {

  @Override
  public String description() {
    return "web is in the host's network and serves on 8080; its user asks port 80, as `-p 80:8080`"
        + " says.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web").image(Image.WEB).network("host").publish("80:8080").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.REFUSED, host -> host.fromOutside().http(ADDRESS, 80));
  }

  @Override
  public String evidence() {
    return "HostConfig.NetworkMode host";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published", "published-wrong-container-port");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("web");
    host.container("web").image(Image.WEB).publish("80:8080").serve(8080);
  }
}

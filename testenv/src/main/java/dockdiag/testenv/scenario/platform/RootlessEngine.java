package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// An engine in a user namespace, told to be rootless; all is well.
public final class RootlessEngine implements Scenario {

  @Override
  public String description() {
    return "The engine is a rootless one, and the website answers.";
  }

  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(Suite.TRIXIE)
        .ownHandlers()
        .under("env", "XDG_RUNTIME_DIR=/run", "sh", "-c", "exec \"$@\" --rootless", "sh")
        .dockerd("--data-root=/var/lib/docker");
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
  }

  @Override
  public Symptom symptom() {
    return Website.browsed(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "rootless";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("website");
  }

  @Override
  public void mend(DockerHost host) {
    host.load(Image.WEB);
    host.under();
    Website.afterRestart(host);
  }
}

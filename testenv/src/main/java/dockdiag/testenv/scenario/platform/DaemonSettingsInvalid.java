package dockdiag.testenv.scenario.platform;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import dockdiag.testenv.scenario.Website;
import java.util.List;

/// Somebody wrote a setting down that the engine's command line has already.
public final class DaemonSettingsInvalid implements Scenario {

  @Override
  public String description() {
    return "daemon.json was changed since the engine started, and it would not start with it"
        + " again.";
  }

  /// The engine of Debian 12 cannot be asked what it thinks of its settings.
  @Override
  public HostSetup setup(Suite suite) {
    return DockerHost.on(Suite.TRIXIE);
  }

  @Override
  public void arrange(DockerHost host) {
    new Website().arrange(host);
    host.write("/etc/docker/daemon.json", "{\"hosts\": [\"tcp://127.0.0.1:2375\"]}\n");
  }

  @Override
  public Symptom symptom() {
    return Symptom.fails("dockerd", "--validate", "-H", "unix:///run/docker.sock");
  }

  @Override
  public String command() {
    return "platform";
  }

  @Override
  public String evidence() {
    return "also on dockerd's command line: hosts";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("wrong-iptables-binary", "cgroup-mismatch");
  }

  @Override
  public void mend(DockerHost host) {
    host.write("/etc/docker/daemon.json", "{\"log-level\": \"info\"}\n");
  }
}

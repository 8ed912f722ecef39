package dockdiag.testenv.scenario.dns;

import com.github.dockerjava.api.model.Bind;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// A resolv.conf of one's own is mounted over the engine's.
public final class ResolvConfOverridden implements Scenario {

  @Override
  public String description() {
    return "The host's resolv.conf is mounted into web, which then asks past the engine.";
  }

  @Override
  public void arrange(DockerHost host) {
    Asking.network(host);
    Bind mount = Bind.parse("/etc/resolv.conf:/etc/resolv.conf:ro");
    Asking.web(host).with((command, settings) -> settings.withBinds(mount)).start();
    Asking.server(host, "db").serve(8080);
  }

  @Override
  public Symptom symptom() {
    return Asking.asked("db", Outcome.REFUSED);
  }

  @Override
  public String command() {
    return "dns web db";
  }

  @Override
  public String evidence() {
    return "bind of /etc/resolv.conf";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("name-not-found", "hosts-file-override");
  }

  @Override
  public void mend(DockerHost host) {
    Asking.anew(host);
  }
}

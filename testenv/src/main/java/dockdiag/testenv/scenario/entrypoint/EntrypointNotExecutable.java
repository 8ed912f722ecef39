package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The script was copied without its mode.
public final class EntrypointNotExecutable implements Program {

  @Override
  public String description() {
    return "app starts a script that nobody may execute.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "chmod 644 entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "mode 644";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("entrypoint-missing");
  }
}

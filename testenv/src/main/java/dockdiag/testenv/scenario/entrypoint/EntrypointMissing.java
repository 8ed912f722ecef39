package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The image was built without its program.
public final class EntrypointMissing implements Program {

  @Override
  public String description() {
    return "app is to start /entrypoint.sh, which is not in its image.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "rm entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "/entrypoint.sh: missing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("loader-missing", "bad-interpreter", "entrypoint-crlf");
  }
}

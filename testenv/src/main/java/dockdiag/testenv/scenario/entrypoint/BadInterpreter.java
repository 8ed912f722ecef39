package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The script is for a shell that the image does not have.
public final class BadInterpreter implements Program {

  @Override
  public String description() {
    return "app starts a script of bash, which its image does not have.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "sed -i '1s,/bin/sh,/bin/bash,' entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "/bin/bash: missing";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("entrypoint-crlf", "loader-missing", "entrypoint-missing");
  }
}

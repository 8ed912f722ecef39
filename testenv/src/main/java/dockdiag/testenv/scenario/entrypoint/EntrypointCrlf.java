package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The script was checked out on Windows.
public final class EntrypointCrlf implements Program {

  @Override
  public String description() {
    return "app starts a script with the line ends of Windows.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "printf '#!/bin/sh\\r\\necho hello\\r\\n' > entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "#!/bin/sh\\x0d\\x0a";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("bad-interpreter", "loader-missing", "entrypoint-missing");
  }
}

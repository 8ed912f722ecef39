package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;

/// The script does not say who reads it.
public final class EntrypointNoShebang implements Program {

  @Override
  public String description() {
    return "app starts a script without its first line.";
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, "echo 'echo hello' > entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "echo hello";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("byte-order-mark", "no-emulator", "image-mislabelled");
  }
}

package dockdiag.testenv.scenario.entrypoint;

import dockdiag.testenv.DockerHost;
import java.util.List;
import java.util.Optional;

/// The build left nothing of the script.
public final class EntrypointEmpty implements Program {

  @Override
  public String description() {
    return "app starts an empty file.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("entrypoint-no-shebang");
  }

  @Override
  public void arrange(DockerHost host) {
    Program.make(host, ": > entrypoint.sh");
  }

  @Override
  public String evidence() {
    return "/entrypoint.sh: empty";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("byte-order-mark", "no-emulator");
  }
}

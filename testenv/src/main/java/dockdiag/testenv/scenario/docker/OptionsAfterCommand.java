package dockdiag.testenv.scenario.docker;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.scenario.BrokenWebsite;
import java.util.List;
import java.util.Optional;

/// `docker run IMAGE COMMAND -p 8080:8080`, and the command does not mind.
public final class OptionsAfterCommand implements BrokenWebsite {

  @Override
  public String description() {
    return "web was run with -p behind its command, which serves all the same.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("options-after-image");
  }

  @Override
  public void arrange(DockerHost host) {
    host.container("web")
        .command("sh", "-c", "exec httpd -f -p 8080 -h /var/www", "web", "-p", "8080:8080")
        .serve(8080);
  }

  @Override
  public String evidence() {
    return "-p 8080:8080";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("port-not-published");
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.session.Kept;
import dockdiag.probes.Facts;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.host.LiveOptions;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Image;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of a real engine's host holds until something happens there.
@DockerHostTest(shared = true)
class KeptTest {

  private final Kept kept = new Kept();

  @Test
  void factsHoldUntilSomethingHappens(DockerHost host) {
    host.container("web").image(Image.WEB).start();
    Facts first = facts(host);
    host.shell("docker exec web true");
    assertThat(facts(host)).isSameAs(first);
    host.shell("docker stop --time 0 web");
    Facts second = facts(host);
    assertThat(second).isNotSameAs(first);
    assertThat(facts(host)).isSameAs(second);
  }

  @Test
  void anEngineThatWasRestartedIsAnother(DockerHost host) {
    Facts first = facts(host);
    host.restartEngine();
    assertThat(facts(host)).isNotSameAs(first);
  }

  @Test
  void whoeverAsksAnewIsToldAnew(DockerHost host) {
    Facts first = facts(host);
    kept.forget();
    assertThat(facts(host)).isNotSameAs(first);
  }

  private Facts facts(DockerHost host) {
    LiveOptions options = LiveOptions.of(Map.of("DOCKER_HOST", "unix://" + host.socket()));
    return kept.session(options, Secrets.MASKED, List.of()).facts();
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `dockdiag check` on whole hosts.
@DockerHostTest
class CheckTest {

  private static final String CHECK = "check --ignore published-to-the-world";

  @BeforeEach
  void arrange(DockerHost host) throws Exception {
    new Shop().arrange(host);
  }

  @Test
  void findsNothingWhereNothingIsWrong(DockerHost host) {
    Asked asked = Asked.of(host, CHECK);
    assertThat(asked.diagnoses()).isEmpty();
    assertThat(asked.verdict()).as("%s", asked.report()).isEqualTo("healthy");
    assertThat(asked.status()).isZero();
  }

  @Test
  void foldsWhatAllPortsSufferFromUnderTheHost(DockerHost host) {
    host.shell("iptables -t nat -F && iptables -F");
    Asked asked = Asked.of(host, CHECK);
    JsonObject first = asked.diagnoses().getFirst();
    assertThat(Asked.id(first)).isEqualTo("engine-rules-flushed");
    assertThat(first.getAsJsonObject("subject").keySet()).containsExactly("host");
    assertThat(first.get("rootCause").getAsBoolean()).isTrue();
    assertThat(asked.causes()).extracting(Asked::id).containsOnly("engine-rules-flushed");
    assertThat(asked.diagnoses()).filteredOn(one -> one.get("rootCause").getAsBoolean()).hasSize(1);
  }

  @Test
  void leavesOutWhatWasStoppedAndNamesWhatEnded(DockerHost host) {
    host.container("job").image(Image.WEB).command("false").start();
    host.container("server").image(Image.WEB).command("false").publish("9000:9000").start();
    host.shell("docker stop --time 0 frontend-1");
    Asked asked = Asked.of(host, CHECK);
    assertThat(asked.causes())
        .extracting(one -> Asked.id(one) + " " + one.getAsJsonObject("subject"))
        .isEqualTo(List.of("container-not-running {\"container\":\"server\"}"));
  }

  @Test
  void keepsTheOtherAnswersWhereOneContainerIsFrozen(DockerHost host) {
    host.shell("docker pause redis");
    host.shell("iptables -I DOCKER-USER -p tcp --dport 8080 -j DROP");
    Asked asked = Asked.of(host, CHECK);
    assertThat(asked.causes())
        .extracting(
            one -> Asked.id(one) + " " + Asked.text(one.getAsJsonObject("subject"), "container"))
        .contains(
            "container-not-running redis",
            "forward-dropped frontend-1",
            "forward-dropped frontend-2");
  }
}

package dockdiag.probes.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DaemonFileProbeTest {

  private final Answers answers = new Answers();

  @Test
  void settingsThatStandOnTheCommandLineTooAreNamed() throws Unobservable {
    dockerd("dockerd\0-H\0fd://\0--insecure-registry=a\0--insecure-registry=b\0--mtu\0001400\0");
    file("{\"hosts\": [], \"insecure-registries\": [], \"debug\": true, \"dns\": []}");
    assertThat(new DaemonFileProbe().observe(answers).twice())
        .containsExactly("hosts", "insecure-registries");
  }

  @Test
  void whatIsNoObjectSaysWhy() throws Unobservable {
    dockerd("dockerd\0");
    for (String text : List.of("{\"debug\": true,}", "[]", "{} {}", "{\"a\": “b”}")) {
      file(text);
      assertThat(new DaemonFileProbe().observe(answers).nonsense()).as(text).isPresent();
    }
    file(" \n");
    assertThat(new DaemonFileProbe().observe(answers))
        .isEqualTo(new DaemonFile("/etc/docker/daemon.json", Optional.empty(), List.of()));
  }

  @Test
  void withoutTheCommandLineNothingCanBeCompared() {
    file("{\"hosts\": []}");
    assertThatThrownBy(() -> new DaemonFileProbe().observe(answers))
        .isInstanceOf(Unobservable.class);
  }

  private void dockerd(String commandLine) {
    answers.with(new Request.EnginePeer(), "endpoint: unix:///run/docker.sock\npid: 7\n");
    answers.with(new Request.ReadFile(Namespace.SELF, "/proc/7/cmdline"), commandLine);
  }

  private void file(String text) {
    answers.with(new Request.ReadFile(Namespace.HOST, "/etc/docker/daemon.json"), text);
  }
}

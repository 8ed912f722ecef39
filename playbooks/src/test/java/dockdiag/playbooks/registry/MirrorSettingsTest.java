package dockdiag.playbooks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.symptom.PullFails;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An engine that does not run, and what may keep it from starting.
class MirrorSettingsTest {

  private static Facts engineDown(String mirror) {
    Host host =
        request -> {
          if (request instanceof Request.ReadFile file && file.namespace() == Namespace.SELF) {
            return Response.of("{\"registry-mirrors\": [\"%s\"]}".formatted(mirror));
          }
          throw new Unobservable(Reason.UNREACHABLE, "no such socket");
        };
    return new Facts(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mirror.shop.test:5001",
        "mirror.shop.test",
        "ftp://mirror.shop.test",
        "http://user@mirror.shop.test",
        "http://m/?a=b",
        "http://m/docker#a",
        "http://a b"
      })
  void theEngineRefusesThese(String mirror) throws Exception {
    Diagnosis diagnosis = Examination.of(new PullFails(), Pull.ANY, engineDown(mirror));
    assertThat(diagnosis.found())
        .extracting(Diagnosed::slug)
        .containsExactly("mirror-settings-invalid");
    assertThat(diagnosis.has(Severity.ERROR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://mirror.shop.test:5001/", "https://mirror.shop.test/docker"})
  void whereTheyAreRightTheEngineIsToBlame(String mirror) {
    Facts facts = engineDown(mirror);
    assertThatThrownBy(() -> Examination.of(new PullFails(), Pull.ANY, facts))
        .isInstanceOf(Unobservable.class)
        .hasMessageContaining("no such socket");
  }
}

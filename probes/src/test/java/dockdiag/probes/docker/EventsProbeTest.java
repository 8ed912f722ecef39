package dockdiag.probes.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Events as the engine's API writes them, one object after the other.
class EventsProbeTest {

  private static final EventsProbe PROBE =
      new EventsProbe(
          Instant.parse("2026-11-21T10:00:00.5Z"), Instant.parse("2026-11-21T10:00:07Z"));

  @Test
  void whatChangesSomethingIsTold() throws Unobservable {
    String body =
        """
        {"Type":"container","Action":"exec_create: true","Actor":{"ID":"a"},"time":1795255200}
        {"Type":"container","Action":"exec_die","Actor":{"ID":"a"},"time":1795255201}
        {"Type":"container","Action":"top","Actor":{"ID":"a"},"time":1795255201}
        {"Type":"container","Action":"health_status: unhealthy","Actor":{"ID":"a"}}
        {"Type":"network","Action":"disconnect","Actor":{"ID":"b"},"time":1795255202}
        """;
    assertThat(PROBE.observe(answering(200, body)))
        .containsExactly("container health_status: unhealthy", "network disconnect");
    assertThat(PROBE.observe(answering(200, ""))).isEmpty();
  }

  @Test
  void whatTheEngineForgotMayHaveChangedSomething() throws Unobservable {
    String check = "{\"Type\":\"container\",\"Action\":\"exec_die\",\"time\":1795255201}\n";
    assertThat(PROBE.observe(answering(200, check.repeat(255)))).isEmpty();
    assertThat(PROBE.observe(answering(200, check.repeat(256)))).hasSize(1);
  }

  @Test
  void noAnswerIsNotSilence() {
    assertThatThrownBy(() -> PROBE.observe(answering(500, "{}"))).hasMessageContaining("500");
    assertThatThrownBy(() -> PROBE.observe(answering(200, "oops")))
        .isInstanceOf(Unobservable.class);
  }

  private static Host answering(int status, String body) {
    return request -> {
      assertThat(request)
          .isEqualTo(
              new Request.DockerGet(
                  "/events?since=1795255200.500000000&until=1795255207.000000000"));
      return new Response(status, body, 0);
    };
  }
}

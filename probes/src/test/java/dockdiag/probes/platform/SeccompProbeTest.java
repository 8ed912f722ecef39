package dockdiag.probes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.Json;
import dockdiag.probes.platform.Seccomp.Source;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeccompProbeTest {

  @Test
  void whoMadeTheFilter() throws Unobservable {
    assertThat(filter("false", "null")).isEqualTo(Seccomp.of(Source.ENGINE));
    assertThat(filter("false", "[\"seccomp=builtin\"]")).isEqualTo(Seccomp.of(Source.ENGINE));
    assertThat(filter("false", "[\"seccomp=unconfined\"]")).isEqualTo(Seccomp.of(Source.NONE));
    assertThat(filter("true", "null")).isEqualTo(Seccomp.of(Source.NONE));
  }

  @Test
  void aProfileRefusesWhatItSaysAndWhatItDoesNotNameWhereItIsClosed() throws Unobservable {
    assertThat(
            own(
                """
                {"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [
                  {"names": ["openat", "faccessat2"], "action": "SCMP_ACT_ALLOW"},
                  {"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38},
                  {"names": ["openat", "ptrace"], "action": "SCMP_ACT_ERRNO"}]}
                """))
        .isEqualTo(
            new Seccomp(
                Source.OWN, Set.of("openat", "faccessat2", "clone3", ""), Set.of("ptrace"), true));
    assertThat(own("{\"defaultAction\": \"SCMP_ACT_ERRNO\", \"defaultErrnoRet\": 38}").closed())
        .isFalse();
  }

  @Test
  void whatMakesNoSenseIsNotUnderstood() {
    assertThatThrownBy(() -> own("{\"syscalls\": 7}")).isInstanceOf(Unobservable.class);
  }

  private static Seccomp own(String profile) throws Unobservable {
    return filter("false", "[" + Json.quoted("seccomp=" + profile) + "]");
  }

  private static Seccomp filter(String privileged, String security) throws Unobservable {
    Answers answers = new Answers();
    answers.with(
        new Request.DockerGet("/containers/web/json"),
        "{\"HostConfig\": {\"Privileged\": %s, \"SecurityOpt\": %s}}"
            .formatted(privileged, security));
    return new SeccompProbe("web").observe(answers);
  }
}

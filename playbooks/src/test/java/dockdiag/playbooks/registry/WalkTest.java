package dockdiag.playbooks.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Request;
import dockdiag.probes.Request.Trust;
import dockdiag.probes.Request.Via;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a walk makes of proxies and logins of which dockdiag knows less than the engine.
class WalkTest {

  private static final String REGISTRY = "198.51.100.2:5000";
  private static final String HEAD = "now: 2026-11-21T22:00:00Z\nconnect: connected\n";
  private static final String GREETING = HEAD + "http: answered\nstatus: 200\n";
  private static final String CHALLENGE =
      HEAD + "tls: done\nhttp: answered\nstatus: 401\nchallenge: basic\nrealm: lab\n";
  private static final String PROXY_LOGIN =
      HEAD + "proxy: HTTP/1.1 407 Proxy Authentication Required\n";

  /// An engine with that proxy of `https`, where there is one.
  private static Facts facts(String proxy, String logins, Answers answers) {
    Host host =
        request ->
            switch (request) {
              case Request.DockerGet _ -> Response.of("{\"HttpsProxy\": \"%s\"}".formatted(proxy));
              case Request.ListLogins _ -> Response.of("file /root/.docker/config.json\n" + logins);
              case Request.Fetch fetch -> Response.of(answers.of(fetch));
              default -> throw new Unobservable(Reason.NOT_PRESENT, request.toString());
            };
    return new Facts(host);
  }

  private interface Answers {
    String of(Request.Fetch fetch);
  }

  private static Optional<Stop> stop(String image, Trust trust, Facts facts) throws Unobservable {
    Source source = new Source(Source.Kind.REGISTRY, "https://" + REGISTRY, trust);
    return Pull.of(Reference.parse(image).orElseThrow(), source).stop(facts);
  }

  @Test
  void aLoginOfTheProxyThatTheEngineMasksIsNotMissing() {
    Facts facts = facts("http://xxxxx:xxxxx@192.0.2.1:3128", "", _ -> PROXY_LOGIN);
    assertThatThrownBy(() -> stop(REGISTRY, Trust.VERIFIED, facts))
        .isInstanceOfSatisfying(
            Unobservable.class, one -> assertThat(one.reason()).isEqualTo(Reason.DECLINED))
        .hasMessage("the proxy wants a login, which dockdiag does not show");
  }

  @Test
  void aLoginOfTheProxyThatTheEngineDoesNotHaveIsMissing() throws Exception {
    Facts facts = facts("http://192.0.2.1:3128", "", _ -> PROXY_LOGIN);
    assertThat(stop(REGISTRY, Trust.VERIFIED, facts).orElseThrow().why()).isEqualTo(Stop.Why.PROXY);
  }

  @Test
  void aRegistryWithoutTlsIsAskedPastTheProxyOfTls() throws Exception {
    Facts facts =
        facts(
            "http://192.0.2.1:3128",
            "",
            fetch ->
                fetch.way().via() == Via.DIRECT && fetch.url().startsWith("http:")
                    ? GREETING
                    : HEAD + "proxy: HTTP/1.0 403 Access violation\n");
    assertThat(stop(REGISTRY, Trust.ANY, facts)).isEmpty();
  }

  @Test
  void aRegistryThatWantsALoginAnswers() throws Exception {
    assertThat(stop(REGISTRY, Trust.VERIFIED, facts("", "", _ -> CHALLENGE))).isEmpty();
  }

  @Test
  void aLoginThatIsNotTakenIsToldOfTheRegistryAlone() throws Exception {
    Facts facts = facts("", "login " + REGISTRY + "\n", _ -> CHALLENGE);
    assertThat(stop(REGISTRY, Trust.VERIFIED, facts).orElseThrow().why()).isEqualTo(Stop.Why.LOGIN);
  }

  @Test
  void anIdentityTokenIsNotShownAndNotMissing() {
    Facts facts = facts("", "token " + REGISTRY + "\n", _ -> CHALLENGE);
    assertThatThrownBy(() -> stop(REGISTRY + "/shop/box:1", Trust.VERIFIED, facts))
        .isInstanceOf(Unobservable.class)
        .hasMessageContaining("identity token");
  }
}

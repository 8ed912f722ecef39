package dockdiag.cli.lab;

import static dockdiag.testenv.DockerHost.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.StrangeServer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Registries that do not behave: each leads to one clear outcome, and nowhere else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeRegistriesTest {

  private static final int PORT = 5000;
  private static final int OTHER = 5005;
  private static final String INSIDE = "10.99.0.1";
  private static final String REGISTRY = CLIENT + ":" + PORT;
  private static final String COMMAND = "registry " + REGISTRY + "/shop/box:1";
  private static final String JSON = "Content-Type: application/json\n";
  private static final String INDEX =
      """
      {"manifests": [{"platform": {"os": "linux", "architecture": "amd64"}},
       {"platform": {"os": "linux", "architecture": "arm64"}}]}\
      """;

  private DockerHost host = start();

  private static DockerHost start() {
    HostSetup setup = DockerHost.on(Suite.BOOKWORM);
    return LabNeeded.start(setup.dockerd("--insecure-registry", REGISTRY));
  }

  @BeforeAll
  void privateNetworkBehindTheRegistry() {
    host.outside("ip", "address", "add", INSIDE, "dev", "lo").text();
  }

  @AfterAll
  void end() {
    host.close();
  }

  private Asked asked(Function<String, String> answers) {
    StrangeServer.plain(host, CLIENT, PORT, answers);
    try {
      return Asked.of(host, COMMAND);
    } finally {
      host.outsideServers().stop(PORT);
    }
  }

  private static void assertUnreachable(Asked asked, String evidence) {
    assertThat(asked.causes())
        .as("%s", asked.report())
        .extracting(Asked::id)
        .containsExactly("registry-unreachable");
    assertThat(Asked.evidence(asked.causes().getFirst())).asString().contains(evidence);
  }

  private static void assertUnknown(Asked asked, String reason) {
    assertThat(asked.verdict()).isEqualTo("inconclusive");
    assertThat(asked.report().get("checks").toString()).contains(reason);
  }

  @Test
  void endlessHeadersAreReadToTheirHundredth() {
    String head = "HTTP/1.1 200 OK\r\n" + "X-More: yes\r\n".repeat(100_000);
    assertUnreachable(asked(request -> head), "http strange");
  }

  @Test
  void aHeaderWithoutEndIsReadToItsSixteenthKilobyte() {
    String head = "HTTP/1.1 200 OK\r\nX-More: " + "x".repeat(5_000_000);
    assertUnreachable(asked(request -> head), "http strange");
  }

  @Test
  void whatIsNoHttpIsNoRegistry() {
    assertUnreachable(asked(request -> "220 mail.shop.test ESMTP\r\n\r\n"), "http strange");
  }

  @Test
  void aHugeManifestIsReadToItsFirstMebibyte() {
    String huge = "{\"manifests\": [" + " ".repeat(3 << 20) + "]}";
    assertUnknown(asked(request -> StrangeServer.answer("200 OK", JSON, huge)), "1 MiB");
  }

  @Test
  void aPageInTheRegistrysPlaceIsNone() {
    String html = "Content-Type: text/html\n";
    assertUnreachable(
        asked(request -> StrangeServer.answer("200 OK", html, "<html>Please log in</html>")),
        "HTTP 200");
  }

  @Test
  void aManifestThatIsNoJsonIsNone() {
    Asked asked = asked(request -> StrangeServer.answer("200 OK", JSON, "<html>"));
    assertUnreachable(asked, "HTTP 200");
    assertThat(asked.causes().toString()).contains("no manifest");
  }

  @Test
  void redirectsWithoutEndEnd() {
    assertUnreachable(asked(request -> redirect("/v2/")), "HTTP 302");
  }

  @Test
  void redirectsIntoAPrivateNetworkAreNotFollowed() {
    assertLeftAlone(request -> redirect("http://" + INSIDE + "/v2/"));
  }

  @Test
  void tokensOfAPrivateNetworkAreNotAskedFor() {
    assertLeftAlone(request -> challenge("http://" + INSIDE + "/token"));
  }

  @Test
  void aPasswordGoesToNobodyInClearAndTokensAreToldToNobody() {
    host.write(
        "/root/.docker/config.json",
        "{\"auths\": {\"%s\": {\"auth\": \"c2hvcDpsYWItb25seQ==\"}}}".formatted(REGISTRY));
    StrangeServer giver =
        StrangeServer.plain(
            host,
            CLIENT,
            OTHER,
            request -> StrangeServer.answer("200 OK", JSON, "{\"token\": \"t0ken-of-the-lab\"}"));
    Asked asked =
        asked(
            request ->
                request.contains("Authorization: Bearer t0ken-of-the-lab")
                    ? StrangeServer.answer("200 OK", JSON, INDEX)
                    : challenge("http://" + CLIENT + ":" + OTHER + "/token"));
    host.outsideServers().stop(OTHER);
    host.shell("rm /root/.docker/config.json");
    assertThat(asked.verdict()).as("%s", asked.report()).isEqualTo("healthy");
    assertThat(asked.report().toString()).doesNotContain("t0ken", "c2hvcDps");
    assertThat(giver.heard())
        .isNotEmpty()
        .allMatch(request -> request.contains("scope=repository%3Ashop%2Fbox%3Apull"))
        .noneMatch(request -> request.contains("Authorization"));
  }

  @Test
  void controlCharactersOfACertificateReachNobody() {
    Authority authority = Authority.create();
    StrangeServer.secure(
        host,
        OTHER,
        authority.identity("evil\u001b[31m\u0007red", Validity.now(), CLIENT),
        request -> StrangeServer.answer("200 OK", JSON, "{}"));
    Asked asked = Asked.of(host, "registry " + CLIENT + ":" + OTHER + "/shop/box:1");
    host.outsideServers().stop(OTHER);
    assertThat(asked.causes()).extracting(Asked::id).containsExactly("registry-tls-untrusted");
    assertThat(Asked.evidence(asked.causes().getFirst()))
        .asString()
        .contains("evil\\x1b[31m\\x07red");
  }

  private void assertLeftAlone(Function<String, String> answers) {
    StrangeServer inside =
        StrangeServer.plain(
            host, INSIDE, 80, request -> StrangeServer.answer("200 OK", JSON, "{}"));
    Asked asked = asked(answers);
    host.outsideServers().stop(80);
    assertUnknown(asked, "private network");
    assertThat(inside.heard()).isEmpty();
  }

  private static String redirect(String location) {
    return StrangeServer.answer("302 Found", "Location: " + location + "\n", "");
  }

  private static String challenge(String realm) {
    String wanted = "WWW-Authenticate: Bearer realm=\"%s\",service=\"lab\"\n".formatted(realm);
    return StrangeServer.answer("401 Unauthorized", wanted, "{}");
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.probes.Facts;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/// However a port is published, and whichever engine lays out the rules: where all is well nothing
/// is reported.
class HealthyPublicationsTest {

  @TestFactory
  Stream<DynamicTest> nothingIsReportedOfThem() {
    return onEach(HealthyPublicationsTest::assertNothingIsReported);
  }

  private static void assertNothingIsReported(Suite suite) throws Exception {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      arrange(host);
      assertNothingFound(host);
    }
  }

  @TestFactory
  Stream<DynamicTest> norWithoutDockerProxy() {
    return onEach(HealthyPublicationsTest::assertNothingIsMissed);
  }

  private static Stream<DynamicTest> onEach(ThrowingConsumer<Suite> test) {
    return Stream.of(Suite.values())
        .map(suite -> DynamicTest.dynamicTest(suite.codename(), () -> test.accept(suite)));
  }

  private static void assertNothingIsMissed(Suite suite) throws Exception {
    try (DockerHost host =
        LabNeeded.start(DockerHost.on(suite).dockerd("--userland-proxy=false"))) {
      web(host, "plain").publish("8080:8080").start();
      web(host, "loopback").publish("127.0.0.1:8081:8080").start();
      for (String name : List.of("plain", "loopback")) {
        host.fromContainer(name).awaitListening(8080);
        assertThat(slugs(diagnosed(host, name)))
            .as(name)
            .noneMatch(it -> it.startsWith("dnat-rule"));
        assertThat(slugs(diagnosed(host, name)))
            .as(name)
            .noneMatch(it -> it.startsWith("docker-proxy"));
        assertThat(astray(diagnosed(host, name))).as(name).isEmpty();
      }
    }
  }

  private static void arrange(DockerHost host) {
    host.network("front", "172.28.1.0/24");
    host.network("back", "172.28.2.0/24");
    host.shell("docker network create --ipv6 --subnet fd28:4::/64 --subnet 172.28.4.0/24 dual");
    web(host, "plain").publish("8080:8080").start();
    web(host, "user").network("front").publish("8081:8080").start();
    web(host, "loopback").publish("127.0.0.1:8082:8080").start();
    web(host, "address").publish(DockerHost.ADDRESS + ":8083:8080").start();
    web(host, "two").network("front").publish("8084:8080").start();
    host.shell("docker network connect back two");
    web(host, "both-families")
        .command("httpd", "-f", "-p", "[::]:8080", "-h", "/var/www")
        .network("dual")
        .publish("8085:8080")
        .start();
    web(host, "range").publish("8090:8080").publish("8091:8080").start();
    web(host, "any").publishAll().start();
    host.container("echo").image(Image.SOCAT).publish("9053:53/udp").start();
  }

  private static NewContainer web(DockerHost host, String name) {
    return host.container(name).image(Image.WEB);
  }

  private static void assertNothingFound(DockerHost host) throws Exception {
    for (String name :
        List.of("plain", "user", "loopback", "address", "two", "both-families", "range", "any")) {
      host.fromContainer(name).awaitListening(8080);
    }
    for (String name :
        List.of(
            "plain",
            "user",
            "loopback",
            "address",
            "two",
            "both-families",
            "range",
            "any",
            "echo")) {
      Diagnosis diagnosis = diagnosed(host, name);
      assertThat(diagnosis.has(Severity.WARNING)).as("%s: %s", name, slugs(diagnosis)).isFalse();
      assertThat(unknown(diagnosis)).as(name).isEmpty();
      assertThat(astray(diagnosis)).as(name).isEmpty();
    }
  }

  private static Diagnosis diagnosed(DockerHost host, String container) throws Exception {
    String endpoint = "unix://" + host.socket();
    Facts facts = new Facts(new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", endpoint))));
    return Examination.of(new PublishedPortUnreachable(), Flow.to(container), facts);
  }

  private static List<String> slugs(Diagnosis diagnosis) {
    return diagnosis.found().stream()
        .map(one -> one.slug() + " " + one.finding().evidence())
        .toList();
  }

  /// Of whom the rules do not say what a real packet saw, or say nothing.
  private static List<Reach> astray(Diagnosis diagnosis) {
    return diagnosis.reach().stream()
        .filter(row -> row.predicted().isEmpty() || row.disagrees())
        .toList();
  }

  private static List<Examined> unknown(Diagnosis diagnosis) {
    return diagnosis.checks().stream()
        .filter(one -> one.outcome() instanceof Outcome.Unknown)
        .toList();
  }
}

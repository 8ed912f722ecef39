package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What works is called healthy and nothing is reported of it: one host of many containers, each
/// right in its own way.
class HealthyHostsTest {

  /// What stands behind `docker run --detach --name`.
  private static final List<String> SERVERS =
      List.of(
          "default-bridge -p 8001:8080 lab/web:1",
          "user-network --network alpha -p 8002:8080 lab/web:1",
          "two-networks --network beta -p 8003:8080 lab/web:1",
          "both-families --network dual -p 8004:8080 lab/web:1",
          "on-loopback -p 127.0.0.1:8005:8080 lab/web:1",
          "on-one-address -p 198.51.100.1:8006:8080 lab/web:1",
          "any-port -p 8080 lab/web:1",
          "all-ports -P lab/web:1",
          "twice -p 8007:8080 -p 8008:8080 lab/web:1",
          "range -p 8010-8011:8080-8081 lab/web:1 sh -c 'httpd -p 8081 -h /var/www; exec httpd -f"
              + " -p 8080 -h /var/www'",
          "read-only --read-only -p 8012:8080 lab/web:1",
          "checked -p 8013:8080 --health-interval 500ms"
              + " --health-cmd 'wget -q -O /dev/null http://127.0.0.1:8080/' lab/web:1",
          "in-the-network-of-another --network container:default-bridge lab/web:1"
              + " httpd -f -p 8081",
          "in-the-hosts-network --network host lab/web:1");

  private static final List<String> OTHERS =
      List.of(
          "datagrams -p 9053:53/udp lab/socat:1",
          "both-protocols -p 9054:53/udp -p 9054:53/tcp lab/socat:1"
              + " sh -c 'socat TCP-LISTEN:53,fork PIPE & exec socat UDP-RECVFROM:53,fork PIPE'",
          "idle lab/box:1 sleep infinity");

  @ParameterizedTest
  @EnumSource
  void nothingIsReportedOfWhatWorks(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      arrange(host);
      Map<String, String> said = new TreeMap<>();
      containers().forEach(name -> said.put(name, said(host, name)));
      Map<String, String> expected = new TreeMap<>();
      containers().forEach(name -> expected.put(name, "healthy []"));
      expected.put("on-loopback", "healthy [published-on-host-loopback note]");
      assertThat(said).isEqualTo(expected);
    }
  }

  private static void arrange(DockerHost host) {
    List.of(Image.BOX, Image.WEB, Image.SOCAT).forEach(host::load);
    host.network("alpha", "10.6.1.0/24");
    host.network("beta", "10.6.2.0/24");
    host.shell("docker network create --ipv6 --subnet 10.6.3.0/24 --subnet fd00:6::/64 dual");
    SERVERS.forEach(line -> host.shell("docker run --detach --name " + line));
    OTHERS.forEach(line -> host.shell("docker run --detach --name " + line));
    host.shell("docker network connect alpha two-networks");
    SERVERS.forEach(line -> host.fromContainer(name(line)).awaitListening(8080));
    host.await("datagrams", () -> host.fromHost().udp("127.0.0.1", 9053, "who?").connected());
    // A new IPv6 address is tried for a second before it is used.
    host.await("IPv6", () -> host.fromHost().http("::1", 8004).outcome() == Outcome.CONNECTED);
  }

  private static Stream<String> containers() {
    return Stream.concat(SERVERS.stream(), OTHERS.stream()).map(HealthyHostsTest::name);
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  private static String said(DockerHost host, String container) {
    Asked asked = Asked.of(host, "ports " + container);
    List<JsonObject> astray =
        Asked.objects(asked.report(), "reach").stream().filter(HealthyHostsTest::isAstray).toList();
    return asked.verdict()
        + (astray.isEmpty() ? "" : " " + astray)
        + " "
        + asked.diagnoses().stream()
            .map(one -> Asked.id(one) + " " + Asked.text(one, "severity"))
            .toList();
  }

  /// What the rules say of each client is what its real packet saw, if one was sent.
  private static boolean isAstray(JsonObject row) {
    return !row.has("predicted")
        || (row.has("observed")
            && !row.get("observed").getAsString().equals("silent")
            && !row.get("predicted").equals(row.get("observed")));
  }
}

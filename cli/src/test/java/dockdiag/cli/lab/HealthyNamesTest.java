package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is reported of names that resolve, whichever way: one host of many containers, each
/// right in its own way.
class HealthyNamesTest {

  private static final String SERVER = "198.51.100.2";

  /// What stands behind `docker run --detach --name`.
  private static final List<String> CONTAINERS =
      List.of(
          "default-bridge lab/box:1 sleep infinity",
          "user-network --network alpha --network-alias one lab/box:1 sleep infinity",
          "two-networks --network beta lab/box:1 sleep infinity",
          "both-families --network dual lab/box:1 sleep infinity",
          "kept-inside --network internal lab/box:1 sleep infinity",
          "own-server --network alpha --dns " + SERVER + " lab/box:1 sleep infinity",
          "own-search --network alpha --dns-search corp.test lab/box:1 sleep infinity",
          "own-line --network alpha --add-host elsewhere:192.0.2.9 lab/box:1 sleep infinity",
          "in-the-network-of-another --network container:user-network lab/box:1 sleep infinity",
          "in-the-hosts-network --network host lab/box:1 sleep infinity");

  /// Who asks for what.
  private static final List<String> ASKED =
      List.of(
          "user-network two-networks",
          "two-networks one",
          "own-search www.example.test",
          "own-search short",
          "own-line elsewhere",
          "default-bridge www.example.test",
          "both-families www.example.test",
          "in-the-network-of-another own-server");

  @ParameterizedTest
  @EnumSource
  void nothingIsReportedOfWhatResolves(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      arrange(host);
      Map<String, String> said = new TreeMap<>();
      Map<String, String> expected = new TreeMap<>();
      CONTAINERS.stream()
          .map(line -> line.substring(0, line.indexOf(' ')))
          .forEach(name -> said.put(name, said(host, name)));
      ASKED.forEach(words -> said.put(words, said(host, words)));
      said.keySet().forEach(words -> expected.put(words, "healthy []"));
      assertThat(said).isEqualTo(expected);
    }
  }

  private static void arrange(DockerHost host) {
    host.load(Image.BOX);
    host.nameServer(SERVER)
        .zone()
        .add("www.example.test", "192.0.2.80", "2001:db8:1::80")
        .add("short.corp.test", "192.0.2.81");
    host.resolvingBy(host.nameServers().getFirst());
    host.network("alpha", "10.6.1.0/24");
    host.network("beta", "10.6.2.0/24");
    host.shell("docker network create --ipv6 --subnet 10.6.3.0/24 --subnet fd00:6::/64 dual");
    host.shell("docker network create --internal --subnet 10.6.4.0/24 internal");
    CONTAINERS.forEach(line -> host.shell("docker run --detach --name " + line));
    host.shell("docker network connect alpha two-networks");
  }

  private static String said(DockerHost host, String words) {
    Asked asked = Asked.of(host, "dns " + words + " --timeout 20s"); // the machine may be busy
    List<String> found =
        asked.diagnoses().stream().map(one -> Asked.id(one) + " " + Asked.evidence(one)).toList();
    List<String> missing =
        Asked.objects(asked.report(), "missing").stream().map(Object::toString).toList();
    return asked.verdict() + " " + found + (missing.isEmpty() ? "" : " missing " + missing);
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is reported of containers that get out, each in its own way.
class HealthyEgressTest {

  private static final String PROXY = "http://198.51.100.2:3128";
  private static final String CLIENT_6 = "2001:db8:51::2";

  /// What stands behind `docker run --detach --name`.
  private static final List<String> CONTAINERS =
      List.of(
          "default-bridge lab/box:1 sleep infinity",
          "user-network --network alpha lab/box:1 sleep infinity",
          "two-networks --network alpha lab/box:1 sleep infinity",
          "inside-and-out --network sealed lab/box:1 sleep infinity",
          "both-families --network dual lab/box:1 sleep infinity",
          "in-the-network-of-another --network container:user-network lab/box:1 sleep infinity",
          "in-the-hosts-network --network host lab/box:1 sleep infinity",
          "on-the-lan --network lan --ip 198.51.100.64 lab/box:1 sleep infinity",
          "routed --network routed lab/box:1 sleep infinity",
          "proxied --env http_proxy=" + PROXY + " lab/box:1 sleep infinity");

  /// Whom they ask.
  private static final List<String> ASKED =
      List.of(
          "", " 198.51.100.2", " 198.51.100.2:7000", " www.example.test", " www.example.test:7000");

  @ParameterizedTest
  @EnumSource
  void nothingIsReportedOfWhoGetsOut(Suite suite) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      arrange(host, suite);
      Map<String, String> said = new TreeMap<>();
      for (String line : CONTAINERS) {
        String name = line.substring(0, line.indexOf(' '));
        ASKED.forEach(whom -> said.put(name + whom, said(host, name + whom)));
      }
      // nobody has that address, or only the proxy knows the name, and the proxy answers for him
      for (String words :
          List.of(
              "proxied 192.0.2.83:80",
              "proxied abroad.example.test",
              "sealed-and-proxied",
              "sealed-and-proxied 198.51.100.2",
              "sealed-and-proxied www.example.test",
              "sealed-and-proxied abroad.example.test:80")) {
        said.put(words, said(host, words));
      }
      said.values().removeIf("healthy []"::equals);
      assertThat(said).isEmpty();
    }
  }

  @Test
  void nothingIsReportedOfOneThatSpeaksIpv6Alone() {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.FORKY))) {
      host.load(Image.BOX);
      host.fromOutside().greet(7000);
      host.nameServer(DockerHost.CLIENT)
          .zone()
          .add("www.example.test", DockerHost.CLIENT, CLIENT_6)
          .add("six.example.test", CLIENT_6);
      host.resolvingBy(host.nameServers().getFirst());
      host.shell("docker network create --ipv4=false --ipv6 --subnet fd00:66::/64 six");
      host.shell("docker run --detach --name speaker --network six lab/box:1 sleep infinity");
      Map<String, String> said = new TreeMap<>();
      for (String whom :
          List.of("", " [" + CLIENT_6 + "]:7000", " six.example.test", " www.example.test:7000")) {
        said.put(whom, said(host, "speaker" + whom));
      }
      said.values().removeIf("healthy []"::equals);
      assertThat(said).isEmpty();
    }
  }

  private static void arrange(DockerHost host, Suite suite) {
    host.load(Image.BOX);
    host.nameServer(DockerHost.CLIENT).zone().add("www.example.test", DockerHost.CLIENT);
    host.resolvingBy(host.nameServers().getFirst());
    host.fromOutside().greet(7000);
    host.fromOutside().page(3128);
    host.network("alpha", "10.6.1.0/24");
    host.network("beta", "10.6.2.0/24");
    host.shell("docker network create --ipv6 --subnet 10.6.3.0/24 --subnet fd00:6::/64 dual");
    host.shell("docker network create --internal --subnet 10.6.4.0/24 sealed");
    host.shell(
        "docker network create --subnet 10.6.5.0/24"
            + " --opt com.docker.network.bridge."
            + (suite == Suite.FORKY ? "gateway_mode_ipv4=routed" : "enable_ip_masquerade=false")
            + " routed");
    host.shell(
        "docker network create --driver macvlan --opt parent=eth0 --subnet 198.51.100.0/24"
            + " --ip-range 198.51.100.64/27 --gateway 198.51.100.2 lan");
    // another router knows the way back
    host.outside("ip", "route", "add", "10.6.5.0/24", "via", DockerHost.ADDRESS).text();
    CONTAINERS.forEach(line -> host.shell("docker run --detach --name " + line));
    host.shell("docker network connect beta two-networks");
    host.shell(
        "docker run --detach --name proxy --network sealed --ip 10.6.4.9 lab/box:1"
            + " httpd -f -p 3128");
    host.shell(
        "docker run --detach --name sealed-and-proxied --network sealed"
            + " --env http_proxy=http://10.6.4.9:3128 lab/box:1 sleep infinity");
    host.shell("docker network connect beta inside-and-out");
  }

  private static String said(DockerHost host, String words) {
    Asked asked = Asked.of(host, "egress " + words + " --timeout 20s"); // the machine may be busy
    List<String> found =
        asked.diagnoses().stream().map(one -> Asked.id(one) + " " + Asked.evidence(one)).toList();
    List<String> missing =
        Asked.objects(asked.report(), "missing").stream().map(Object::toString).toList();
    return asked.verdict() + " " + found + (missing.isEmpty() ? "" : " missing " + missing);
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.NftablesBackend;
import dockdiag.testenv.PacketFilter;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whoever writes the rules, and whichever generation of the engine: where all is well neither the
/// rules of NAT nor the firewall are to blame.
class HealthyFirewallsTest {

  @TestFactory
  Stream<DynamicTest> nothingIsReportedOfThem() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Suite suite : Suite.values()) {
      tests.add(test(suite, PacketFilter.IPTABLES_NFT));
    }
    for (PacketFilter filter : PacketFilter.values()) {
      if (filter != PacketFilter.IPTABLES_NFT) {
        tests.add(test(Suite.BOOKWORM, filter));
      }
    }
    return tests.stream();
  }

  private static DynamicTest test(Suite suite, PacketFilter filter) {
    return DynamicTest.dynamicTest(suite + " " + filter, () -> isHealthy(suite, filter));
  }

  private static void isHealthy(Suite suite, PacketFilter filter) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite).filter(filter))) {
      arrange(host);
      if (filter == PacketFilter.NFTABLES) {
        NftablesBackend.program(host);
      }
      if (filter == PacketFilter.UFW) {
        host.shell("ufw allow 8000:9999/tcp; ufw allow 8000:9999/udp");
      }
      for (String command : List.of("nat", "firewall", "nat plain")) {
        Asked asked = Asked.of(host, command + " --timeout 30s");
        assertThat(asked.diagnoses()).as(command).isEmpty();
        assertThat(asked.verdict()).as("%s", asked.report()).isEqualTo("healthy");
      }
    }
  }

  private static void arrange(DockerHost host) {
    host.network("front", "172.28.1.0/24");
    host.network("back", "172.28.2.0/24");
    host.shell("docker network create --ipv6 --subnet fd28:4::/64 --subnet 172.28.4.0/24 dual");
    host.shell("docker network create --internal --subnet 172.28.5.0/24 secure");
    host.shell(
        "docker network create --subnet 172.28.6.0/24"
            + " -o com.docker.network.bridge.enable_icc=false"
            + " -o com.docker.network.bridge.enable_ip_masquerade=false apart");
    web(host, "plain").publish("8080:8080").start();
    web(host, "user").network("front").publish("8081:8080").start();
    web(host, "loopback").publish("127.0.0.1:8082:8080").start();
    web(host, "address").publish(DockerHost.ADDRESS + ":8083:8080").start();
    web(host, "two").network("front").publish("8084:8080").start();
    host.shell("docker network connect back two");
    web(host, "both-families").network("dual").publish("8085:8080").start();
    web(host, "range").network("apart").publish("8090:8080").publish("8091:8080").start();
    web(host, "inside").network("secure").start();
    host.container("echo").image(Image.SOCAT).publish("9053:53/udp").start();
  }

  private static NewContainer web(DockerHost host, String name) {
    return host.container(name).image(Image.WEB);
  }
}

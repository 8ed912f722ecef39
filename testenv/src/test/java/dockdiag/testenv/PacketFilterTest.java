package dockdiag.testenv;

import static dockdiag.testenv.Attempt.Outcome.REFUSED;
import static dockdiag.testenv.Attempt.Outcome.TIMED_OUT;
import static dockdiag.testenv.Attempt.Outcome.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Whoever writes the rules: published ports answer, and the rules are there and at work.
class PacketFilterTest {

  @Test
  void theEngineItself() {
    on(
        PacketFilter.IPTABLES_NFT,
        host -> {
          assertThat(host.shell("iptables --version")).contains("(nf_tables)");
          assertThat(host.shell("iptables-save")).contains("--dport 80 ");
          assertThat(host.shell("iptables-legacy --version")).contains("(legacy)");
        });
  }

  @Test
  void theEngineThroughIptablesLegacy() {
    on(
        PacketFilter.IPTABLES_LEGACY,
        host -> {
          assertThat(host.shell("iptables --version")).contains("(legacy)");
          assertThat(host.shell("iptables-legacy-save")).contains("--dport 80 ");
          assertThat(host.shell("nft list ruleset")).isEmpty();
        });
  }

  @Test
  void docker29ThroughNftables() {
    on(
        PacketFilter.NFTABLES,
        host -> {
          assertThat(host.shell("iptables-save")).doesNotContain("-A ");
          String chain = "nft list chain ip docker-bridges nat-prerouting-and-output";
          assertThat(host.shell(chain))
              .containsPattern("dport 80 counter packets 1 .* dnat to 172.17.0.2:8080")
              .containsPattern("ip daddr 127.0.0.1 tcp dport 81 .* dnat to 172.28.1.2:8080");
          assertThat(host.fromContainer("user").tcp("198.51.100.2", 9).outcome())
              .as("masqueraded")
              .isEqualTo(REFUSED);
        });
  }

  @Test
  void firewalldBesideTheEngine() {
    on(
        PacketFilter.FIREWALLD,
        host -> {
          assertThat(host.shell("firewall-cmd --state")).isEqualTo("running\n");
          assertThat(host.shell("firewall-cmd --get-default-zone")).isEqualTo("public\n");
          assertThat(host.shell("firewall-cmd --get-active-zones")).contains("docker");
          listen(host);
          assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 82).outcome())
              .isEqualTo(UNREACHABLE);
          host.shell("firewall-cmd --add-port 82/tcp");
          assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 82).connected()).isTrue();
        });
  }

  @Test
  void ufwBesideTheEngine() {
    on(
        PacketFilter.UFW,
        host -> {
          assertThat(host.shell("ufw status")).startsWith("Status: active");
          listen(host);
          assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 82).outcome()).isEqualTo(TIMED_OUT);
          host.shell("ufw allow 82/tcp");
          assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 82).connected()).isTrue();
        });
  }

  /// A server of the host's own, which a firewall guards.
  private static void listen(DockerHost host) {
    host.container("own").network("host").command("httpd", "-f", "-p", "82").serve(82);
  }

  private static void on(PacketFilter filter, Consumer<DockerHost> test) {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM).filter(filter))) {
      host.network("front", "172.28.1.0/24");
      host.container("web").image(Image.WEB).publish("80:8080").serve(8080);
      host.container("user")
          .image(Image.WEB)
          .network("front")
          .publish("127.0.0.1:81:8080")
          .serve(8080);
      if (filter == PacketFilter.NFTABLES) {
        NftablesBackend.program(host);
      }
      assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 80).connected()).isTrue();
      assertThat(host.fromOutside().tcp(DockerHost.ADDRESS, 81).connected()).isFalse();
      assertThat(host.fromHost().tcp("127.0.0.1", 81).connected()).isTrue();
      test.accept(host);
    }
  }
}

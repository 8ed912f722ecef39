package dockdiag.testenv;

import static dockdiag.testenv.Attempt.Outcome.REFUSED;
import static dockdiag.testenv.Attempt.Outcome.TIMED_OUT;
import static dockdiag.testenv.DockerHost.ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.debian.Image;
import org.junit.jupiter.api.Test;

@DockerHostTest(shared = true)
class ServicesTest {

  @Test
  void mariaDbOnAllAddressesTurnsForeignersAwayItself(DockerHost host) {
    host.container("mysql")
        .image(Image.MARIADB)
        .command("mysqld", "--user=root", "--bind-address=0.0.0.0")
        .publish("3306:3306")
        .start();

    assertThat(host.fromOutside().awaitTcp(ADDRESS, 3306).received())
        .contains("Host '198.51.100.2' is not allowed to connect to this MariaDB server");
  }

  @Test
  void redisOnAllAddressesIsProtected(DockerHost host) {
    host.container("redis")
        .image(Image.REDIS)
        .command("redis-server", "--bind", "0.0.0.0")
        .publish("6379:6379")
        .start();
    host.fromContainer("redis").awaitTcp("127.0.0.1", 6379);

    assertThat(host.fromOutside().tcp(ADDRESS, 6379, "PING\r\n").received())
        .startsWith("-DENIED Redis is running in protected mode");
  }

  @Test
  void nginxServesItsPage(DockerHost host) {
    host.container("nginx").image(Image.NGINX).publish("80:80").start();
    host.fromContainer("nginx").awaitTcp("127.0.0.1", 80);

    assertThat(host.fromOutside().http(ADDRESS, 80).received()).endsWith("\r\n\r\nhello\n");
  }

  @Test
  void datagramsAreAnsweredRefusedOrLost(DockerHost host) {
    host.container("echo").image(Image.SOCAT).publish("9053:53/udp").publish("9054:54/udp").start();

    assertThat(answer(host)).isEqualTo(new Attempt(Attempt.Outcome.CONNECTED, "who?"));
    assertThat(host.fromOutside().udp(ADDRESS, 9054, "who?").outcome()).isEqualTo(REFUSED);
    host.shell("iptables -I DOCKER-USER -p udp --dport 54 -j DROP");
    assertThat(host.fromOutside().udp(ADDRESS, 9054, "who?").outcome()).isEqualTo(TIMED_OUT);
  }

  @Test
  void commandsOfTheHostAreItsOwn(DockerHost host) {
    assertThat(host.shell("hostname")).startsWith("lab-");
    assertThat(host.shell("ip -br -4 addr show eth0")).contains("198.51.100.1/24");
    assertThat(host.shell("iptables -t nat -S DOCKER")).startsWith("-N DOCKER");
    assertThat(host.shell("docker version --format '{{.Server.Version}}'")).startsWith("20.10.");
    assertThat(host.run("false").status()).isEqualTo(1);
  }

  @Test
  void theEngineCanBeRestartedWithAnotherConfiguration(DockerHost host) {
    host.write("/etc/docker/daemon.json", "{\"userland-proxy\": false}");
    host.restartEngine();

    assertThat(host.docker().pingCmd().exec()).isNull();
  }

  private static Attempt answer(DockerHost host) {
    Attempt attempt = host.fromOutside().udp(ADDRESS, 9053, "who?");
    for (int tries = 0; tries < 50 && attempt.outcome() == REFUSED; tries++) {
      Vantage.pause();
      attempt = host.fromOutside().udp(ADDRESS, 9053, "who?");
    }
    return attempt;
  }
}

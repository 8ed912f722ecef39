package dockdiag.cli.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.packetpath.Endpoint;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.Vantage;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On each real engine every client class is judged as its real packets fare, and each rule that
/// stops them is named.
class PublishedPortsTest {

  /// A rule that stops the outside client, how to add and to remove it, and its place.
  private record Breakage(String add, String remove, String place) {}

  private static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage(
              "iptables -I DOCKER-USER -p tcp --dport 8080 -m comment --comment mine -j DROP",
              "iptables -D DOCKER-USER 1",
              "iptables filter DOCKER-USER 1"),
          new Breakage(
              "iptables -t raw -I PREROUTING -p tcp --dport 80 -j DROP",
              "iptables -t raw -D PREROUTING 1",
              "iptables raw PREROUTING 1"),
          new Breakage(
              "iptables -t mangle -A PREROUTING -i eth0 -p tcp --dport 80 -j DROP",
              "iptables -t mangle -F",
              "iptables mangle PREROUTING 1"),
          new Breakage(
              "iptables -N A; iptables -N B; iptables -A A -j B; iptables -A B -i eth0 -j REJECT;"
                  + " iptables -I DOCKER-USER -j A",
              "iptables -D DOCKER-USER 1; iptables -F A; iptables -F B; iptables -X A;"
                  + " iptables -X B",
              "iptables filter B 1"),
          new Breakage(
              "nft add table inet mine; nft 'add chain inet mine f"
                  + " { type filter hook forward priority 10; policy drop; }'",
              "nft delete table inet mine",
              "nft inet mine f policy"),
          new Breakage(
              "nft add table inet mine; nft 'add chain inet mine f"
                  + " { type filter hook prerouting priority -250; }';"
                  + " nft add rule inet mine f ip saddr 198.51.100.2 tcp dport 80 drop",
              "nft delete table inet mine",
              "nft inet mine f 1"),
          new Breakage(
              "iptables-legacy -A FORWARD -i eth0 -p tcp --dport 8080 -j DROP",
              "iptables-legacy -F FORWARD",
              "iptables-legacy filter FORWARD 1"));

  @ParameterizedTest
  @EnumSource
  void fareAsTheRulesSay(Suite suite) throws Unobservable {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      host.network("front", "172.28.1.0/24");
      host.container("web").image(Image.WEB).network("front").publish("80:8080").start();
      host.container("same").image(Image.WEB).network("front").start();
      host.container("other").image(Image.WEB).start();
      host.fromOutside().awaitTcp(DockerHost.ADDRESS, 80);

      for (String client : List.of("outside", "loopback", "host", "same", "other")) {
        assertThat(isReached(walk(host, client).fate())).as(client).isEqualTo(really(host, client));
      }
      for (Breakage breakage : BREAKAGES) {
        host.shell(breakage.add());
        assertThat(named(walk(host, "outside").fate())).isEqualTo(breakage.place());
        assertThat(really(host, "outside")).as(breakage.add()).isFalse();
        host.shell(breakage.remove());
        assertThat(isReached(walk(host, "outside").fate())).as(breakage.remove()).isTrue();
      }
      host.shell("iptables -I DOCKER-USER -s 203.0.113.0/24 -j DROP");
      host.shell("iptables -I DOCKER-USER -p tcp --dport 8081 -j DROP");
      assertThat(isReached(walk(host, "outside").fate())).isTrue();
    }
  }

  private static Trace walk(DockerHost host, String client) throws Unobservable {
    Facts facts = new Facts(new CommandHost(words -> host.run(words.toArray(String[]::new))));
    PacketPath path = new PacketPath(Netns.of(facts, Namespace.HOST));
    return switch (client) {
      case "outside" -> path.arriving(arriving("198.51.100.2", "eth0"));
      case "loopback" -> path.leaving(made("127.0.0.1", "127.0.0.1"));
      case "host" -> path.leaving(made(DockerHost.ADDRESS, DockerHost.ADDRESS));
      default -> path.arriving(arriving(address(host, client), bridge(host, client)));
    };
  }

  private static Packet arriving(String source, String device) {
    Endpoint from = new Endpoint(Address.of(source), 40_000);
    Endpoint to = new Endpoint(Address.of(DockerHost.ADDRESS), 80);
    return Packet.arriving(Protocol.TCP, from, to, device);
  }

  private static Packet made(String source, String destination) {
    Endpoint from = new Endpoint(Address.of(source), 40_000);
    return Packet.leaving(Protocol.TCP, from, new Endpoint(Address.of(destination), 80));
  }

  /// Sent into a network of containers, or handed to docker-proxy.
  private static boolean isReached(Fate fate) {
    return switch (fate) {
      case Fate.Sent(String device, Packet packet) ->
          !device.equals("eth0") && packet.destination().port() == 8080;
      case Fate.Delivered _ -> true;
      case Fate.Dropped _, Fate.Rejected _, Fate.Lost _ -> false;
      case Fate.Undecided(String why) -> throw new AssertionError(why);
    };
  }

  private static String named(Fate fate) {
    return switch (fate) {
      case Fate.Dropped(var place) -> place.toString();
      case Fate.Rejected(var place, _) -> place.toString();
      default -> fate.toString();
    };
  }

  private static boolean really(DockerHost host, String client) {
    Vantage vantage =
        switch (client) {
          case "outside" -> host.fromOutside();
          case "loopback", "host" -> host.fromHost();
          default -> host.fromContainer(client);
        };
    String address = client.equals("loopback") ? "127.0.0.1" : DockerHost.ADDRESS;
    return vantage.tcp(address, 80).connected();
  }

  private static String address(DockerHost host, String container) {
    return only(host, container).replaceAll(".*\\s", "");
  }

  private static String only(DockerHost host, String container) {
    return host.shell(
            "docker inspect -f '{{range .NetworkSettings.Networks}}{{.Gateway}} {{.IPAddress}}"
                + "{{end}}' "
                + container)
        .strip();
  }

  /// The interface that has the network's gateway.
  private static String bridge(DockerHost host, String container) {
    String gateway = only(host, container).replaceAll("\\s.*", "");
    return host.shell("ip -o -4 address show to " + gateway).split("\\s+")[1];
  }
}

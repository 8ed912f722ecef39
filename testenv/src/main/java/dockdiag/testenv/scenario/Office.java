package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import java.util.List;
import java.util.Optional;

/// A healthy host with networks of every kind that this kernel has: bridges with one family and
/// with two, internal, with large packets, without masquerading, macvlan, the host's, and none.
public final class Office implements Scenario {

  private static final List<String> NETWORKS =
      List.of(
          "--subnet 10.20.1.0/24 --opt com.docker.network.bridge.name=br-front front",
          "--subnet 10.20.2.0/24 --opt com.docker.network.bridge.name=br-back back",
          "--ipv6 --subnet 10.20.3.0/24 --subnet fd00:20:3::/64"
              + " --opt com.docker.network.bridge.name=br-dual dual",
          "--internal --subnet 10.20.4.0/24 --opt com.docker.network.bridge.name=br-sealed sealed",
          "--opt com.docker.network.driver.mtu=9000 --subnet 10.20.5.0/24"
              + " --opt com.docker.network.bridge.name=br-jumbo jumbo",
          "--opt com.docker.network.bridge.enable_ip_masquerade=false --subnet 10.20.6.0/24"
              + " --opt com.docker.network.bridge.name=br-routed routed",
          "--driver macvlan --opt parent=eth0 --subnet 198.51.100.0/24"
              + " --ip-range 198.51.100.64/27 --gateway 198.51.100.2 lan");

  /// What stands behind `docker run --detach --name`.
  private static final List<String> CONTAINERS =
      List.of(
          "web --network front --ip 10.20.1.10 --network-alias www --publish 8080:8080 lab/web:1",
          "proxy --network front --ip 10.20.1.11 lab/web:1",
          "database --network back --ip 10.20.2.10 lab/web:1",
          "cache --network dual --ip 10.20.3.10 --ip6 fd00:20:3::10 lab/web:1",
          "store --network dual --ip 10.20.3.11 --ip6 fd00:20:3::11 lab/web:1",
          "vault --network sealed --ip 10.20.4.10 lab/web:1",
          "disk --network jumbo --ip 10.20.5.10 lab/web:1",
          "copy --network jumbo --ip 10.20.5.11 lab/web:1",
          "printer --network lan --ip 198.51.100.64 lab/web:1",
          "agent --network host lab/box:1 sleep infinity",
          "batch --network none lab/box:1 sleep infinity");

  private static final List<String> CONNECTIONS =
      List.of("back proxy", "routed proxy", "back printer");

  @Override
  public String description() {
    return "A healthy host with networks of every kind.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public void arrange(DockerHost host) {
    List.of(Image.BOX, Image.WEB).forEach(host::load);
    NETWORKS.forEach(words -> host.shell("docker network create " + words));
    CONTAINERS.forEach(words -> host.shell("docker run --detach --name " + words));
    CONNECTIONS.forEach(words -> host.shell("docker network connect " + words));
    host.shell("docker create --name spare --network front --ip 10.20.1.20 lab/web:1");
    host.fromContainer("web").awaitListening(8080);
    // A new IPv6 address is tried for a second before it is used.
    host.fromHost().awaitTcp("fd00:20:3::10", 8080);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CONNECTED, host -> host.fromOutside().http(ADDRESS, 8080));
  }

  @Override
  public String command() {
    return "networks";
  }
}

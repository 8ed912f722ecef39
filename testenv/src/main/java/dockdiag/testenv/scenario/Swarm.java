package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.Lan;
import dockdiag.testenv.debian.Image;
import java.time.Duration;
import java.util.Optional;

/// A healthy swarm of two hosts: `shop` on the manager asks `redis` on the worker, both in the
/// overlay network `backend`, 10.77.0.0/24.
public final class Swarm implements Scenario {
  /// The network of both.
  public static final String NETWORK = "backend";

  /// The address of `redis`.
  public static final String REDIS = "10.77.0.10";

  /// Engines gossip with a node that they had lost once a minute (libnetwork's reconnectInterval).
  private static final Duration ANOTHER_TRY = Duration.ofSeconds(75);

  private static final int REDIS_PORT = 6379;
  private static final int WORKER = 2;

  /// Makes the host a swarm of its own.
  public static void init(DockerHost host, String address) {
    host.shell("docker swarm init --advertise-addr " + address);
  }

  /// One host more, as `worker` or as `manager`.
  public static DockerHost join(DockerHost host, String role) {
    DockerHost other = host.beside();
    if (other.equals(host.neighbour(WORKER))) {
      init(host, Lan.address(1));
    }
    String token = host.shell("docker swarm join-token --quiet " + role).strip();
    other.shell("docker swarm join --token " + token + " " + Lan.address(1) + ":2377");
    return other;
  }

  /// Makes both hosts a swarm whose containers' packets go between other addresses, 203.0.113.0/24,
  /// and to another port, 7789.
  public static void apart(DockerHost host) {
    DockerHost other = host.beside();
    apart(host, 1, "init --data-path-port 7789");
    String token = host.shell("docker swarm join-token --quiet worker").strip();
    apart(other, WORKER, "join --token " + token + " " + Lan.address(1) + ":2377");
  }

  private static void apart(DockerHost host, int number, String words) {
    String address = "203.0.113." + number;
    host.shell("ip address add " + address + "/24 dev " + Lan.device(number));
    String[] parts = words.split(" ", 2);
    host.shell(
        "docker swarm %s --advertise-addr %s --data-path-addr %s %s"
            .formatted(parts[0], Lan.address(number), address, parts[1]));
  }

  /// The network of both.
  public static void network(DockerHost host) {
    network(host, "--attachable");
  }

  /// The same with other options of `docker network create`.
  public static void network(DockerHost host, String options) {
    host.shell(
        "docker network create --driver overlay --subnet 10.77.0.0/24 " + options + " " + NETWORK);
  }

  /// Brings the worker and both containers up.
  public static void pair(DockerHost host) {
    pair(host, "--attachable");
  }

  /// The same, with other options of the network.
  public static void pair(DockerHost host, String options) {
    join(host, "worker");
    network(host, options);
    containers(host);
  }

  /// Brings both containers up.
  public static void containers(DockerHost host) {
    host.neighbour(WORKER)
        .container("redis")
        .image(Image.REDIS)
        .command("redis-server", "--bind", "0.0.0.0", "--protected-mode", "no")
        .restart("always")
        .network(NETWORK)
        .address(REDIS)
        .serve(REDIS_PORT);
    shop(host);
    found(host);
  }

  /// Waits until `shop` finds `redis`.
  public static void found(DockerHost host) {
    DockerHost.await("redis to be found", ANOTHER_TRY, () -> asked(host).connected());
  }

  /// A service `web` that serves a page on 8080 with these options of `docker service create`.
  public static void service(DockerHost host, String options) {
    host.load(Image.WEB);
    // the engine asks there first, and takes the image that it has where it is refused at once
    host.shell("echo 127.0.0.1 registry-1.docker.io >> /etc/hosts");
    host.shell(
        "docker service create --detach --no-resolve-image --name web " + options + " lab/web:1");
  }

  /// Starts `shop`, which does nothing but ask.
  public static void shop(DockerHost host) {
    host.container("shop")
        .image(Image.BOX)
        .command("sleep", "infinity")
        .network(NETWORK)
        .address("10.77.0.11")
        .start();
  }

  private static Attempt asked(DockerHost host) {
    return host.fromContainer("shop").tcp(REDIS, REDIS_PORT, "PING\r\n");
  }

  /// What becomes of a question of `shop` to `redis`.
  public static Symptom asked(Outcome expected) {
    return Symptom.of(expected, Swarm::asked);
  }

  /// Waits until a task of that service runs and answers outside.
  public static void served(DockerHost host) {
    awaitShell(host, "docker service ls | grep -q 1/1");
    host.fromOutside().awaitTcp(DockerHost.ADDRESS, 8080);
  }

  /// Waits until a command of the host ends well, as the swarm takes its time for all it does.
  public static void awaitShell(DockerHost host, String condition) {
    host.shell("until " + condition + "; do sleep 0.2; done");
  }

  @Override
  public String description() {
    return "A healthy swarm of two hosts, and an overlay network between them.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public void arrange(DockerHost host) {
    pair(host);
  }

  @Override
  public Symptom symptom() {
    return asked(Outcome.CONNECTED);
  }

  @Override
  public String command() {
    return "swarm";
  }
}

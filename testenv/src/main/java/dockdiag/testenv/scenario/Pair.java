package dockdiag.testenv.scenario;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;

/// Two containers of the network `front`, 10.20.1.0/24 on the bridge `br-front`: `web` serves a
/// page, `ask` asks for it.
public final class Pair {
  /// The network of both.
  public static final String NETWORK = "front";

  /// The address of `web`.
  public static final String WEB = "10.20.1.10";

  private Pair() {}

  /// Brings both up.
  public static void arrange(DockerHost host) {
    arrange(host, "");
  }

  /// Brings both up in a network with more options of `docker network create`.
  public static void arrange(DockerHost host, String options) {
    network(host, options);
    web(host).serve(8080);
    ask(host).start();
  }

  /// The network alone.
  public static void network(DockerHost host, String options) {
    host.shell(
        "docker network create --subnet 10.20.1.0/24 --opt com.docker.network.bridge.name=br-front "
            + options
            + " "
            + NETWORK);
  }

  /// The one that serves, not created yet.
  public static NewContainer web(DockerHost host) {
    return host.container("web").image(Image.WEB).network(NETWORK).address(WEB);
  }

  /// The one that asks, not created yet.
  public static NewContainer ask(DockerHost host) {
    return host.container("ask")
        .image(Image.BOX)
        .command("sleep", "infinity")
        .network(NETWORK)
        .address("10.20.1.11");
  }

  /// What becomes of a request of `ask` to `web`.
  public static Symptom asked(Outcome expected) {
    return Symptom.of(
        expected,
        host -> {
          String pid = host.shell("docker inspect --format '{{.State.Pid}}' ask").strip();
          forget(host, "nsenter --target " + pid + " --net ");
          return host.fromContainer("ask").http(WEB, 8080);
        });
  }

  /// What becomes of a request of the host to `web`.
  public static Symptom askedByHost(Outcome expected) {
    return Symptom.of(
        expected,
        host -> {
          forget(host, "");
          return host.fromHost().http(WEB, 8080);
        });
  }

  /// Who did not answer a moment ago is asked for again at once.
  private static void forget(DockerHost host, String before) {
    host.run("sh", "-c", before + "/usr/sbin/ip neigh flush all");
  }
}

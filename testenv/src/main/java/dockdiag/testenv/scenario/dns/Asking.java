package dockdiag.testenv.scenario.dns;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NameServer;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.Vantage;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Symptom;
import java.util.Optional;

/// A container `web` that asks, on the network `alpha`; `db`, which serves 8080 there; and the
/// outside client's DNS server, which the host names and which knows [#OUTSIDE].
final class Asking {

  static final String NETWORK = "alpha";
  static final String OUTSIDE = "www.example.test";

  private static final int PORT = 8080;

  private Asking() {}

  /// The network, and the server.
  static NameServer network(DockerHost host) {
    host.network(NETWORK, "10.6.1.0/24");
    NameServer server = host.nameServer(DockerHost.CLIENT);
    server.zone().add(OUTSIDE, "192.0.2.80");
    host.resolvingBy(server);
    return server;
  }

  /// All of it.
  static NameServer arrange(DockerHost host) {
    NameServer server = network(host);
    web(host).start();
    return server;
  }

  static NewContainer web(DockerHost host) {
    return idle(host).network(NETWORK);
  }

  /// On the default bridge.
  static NewContainer idle(DockerHost host) {
    return host.container("web").command("sleep", "infinity");
  }

  static NewContainer server(DockerHost host, String name) {
    return host.container(name).image(Image.WEB).network(NETWORK);
  }

  /// Takes `web` away and makes it anew, healthy.
  static void anew(DockerHost host) {
    host.remove("web");
    web(host).start();
  }

  /// That a question of `web` to the first server of its resolv.conf ends so.
  static Symptom asked(String name, Outcome expected) {
    return Symptom.of(
        expected, host -> inWeb(host).ask(nameserver(host, "docker exec web cat"), name));
  }

  /// That a question of `web` to the first server that the host names ends so.
  static Symptom behind(Outcome expected) {
    return Symptom.of(expected, host -> inWeb(host).ask(nameserver(host, "cat"), OUTSIDE));
  }

  /// That a connection of `web` to that name ends so, as its own programs make it.
  static Symptom connected(String name, Outcome expected) {
    return Symptom.of(
        expected,
        host -> {
          int status = host.run("docker", "exec", "web", "nc", "-w", "2", name, "" + PORT).status();
          return new Attempt(status == 0 ? Outcome.CONNECTED : Outcome.REFUSED, "");
        });
  }

  static Vantage inWeb(DockerHost host) {
    return host.fromContainer("web");
  }

  private static String nameserver(DockerHost host, String cat) {
    Optional<String> first =
        host.shell(cat + " /etc/resolv.conf")
            .lines()
            .filter(line -> line.startsWith("nameserver "))
            .findFirst();
    return first.orElseThrow().substring("nameserver ".length()).strip();
  }
}

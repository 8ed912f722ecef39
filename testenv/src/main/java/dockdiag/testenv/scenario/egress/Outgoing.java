package dockdiag.testenv.scenario.egress;

import static dockdiag.testenv.DockerHost.CLIENT;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Symptom;

/// A container `web` on the network `front`, 10.20.1.0/24 on the bridge `br-front`, and two servers
/// of the outside client's: one that greets, and one that knows a page.
final class Outgoing {

  /// Where somebody greets.
  static final int GREETER = 7000;

  /// Where the page is.
  static final int PAGE = 80;

  /// What is asked.
  static final String COMMAND = "egress web " + CLIENT + ":" + GREETER;

  private Outgoing() {}

  static void arrange(DockerHost host) {
    arrange(host, "");
  }

  /// With more options of `docker network create`.
  static void arrange(DockerHost host, String options) {
    Pair.network(host, options);
    Pair.web(host).serve(8080);
    serve(host);
  }

  private static void serve(DockerHost host) {
    host.fromOutside().greet(GREETER);
    host.fromOutside().page(PAGE);
  }

  /// With this proxy in its environment.
  static void arrangeProxied(DockerHost host, String proxy) {
    Pair.network(host, "");
    proxied(host, proxy);
    serve(host);
  }

  /// Takes `web` away and makes it anew with this proxy; none where it is empty.
  static void anew(DockerHost host, String proxy) {
    host.remove("web");
    proxied(host, proxy);
  }

  private static void proxied(DockerHost host, String proxy) {
    NewContainer web = Pair.web(host);
    (proxy.isEmpty() ? web : web.env("http_proxy", proxy)).serve(8080);
  }

  /// That a connection of `web` to the greeter ends so.
  static Symptom greeted(Outcome expected) {
    return connected(CLIENT, GREETER, expected);
  }

  /// That a connection of `web` there ends so.
  static Symptom connected(String address, int port, Outcome expected) {
    return Symptom.of(
        expected,
        host -> {
          // who did not answer a moment ago is asked for again at once
          inWeb(host, "/usr/sbin/ip neigh flush all");
          return host.fromContainer("web").tcp(address, port);
        });
  }

  /// That a program in `web`, which heeds its environment, does not get the page.
  static Symptom unread(String address) {
    return Symptom.fails(
        "docker",
        "exec",
        "web",
        "timeout",
        "3",
        "wget",
        "-q",
        "-O",
        "-",
        "http://" + address + "/");
  }

  /// A line of shell in the network namespace of `web`.
  static void inWeb(DockerHost host, String line) {
    String pid = host.shell("docker inspect --format '{{.State.Pid}}' web").strip();
    host.shell("nsenter --target " + pid + " --net " + line);
  }
}

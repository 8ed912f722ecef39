package dockdiag.testenv.scenario.contact;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Pair;
import dockdiag.testenv.scenario.Symptom;

/// What is asked on hosts with a [Pair] of containers.
final class Neighbours {

  private static final int OFTEN = 12;

  private Neighbours() {}

  /// A connection of `ask` to that name, as its own programs make it.
  static Symptom named(String name, int port) {
    return named(name, port, 1);
  }

  /// Many of them, of which one fails.
  static Symptom oftenNamed(String name, int port) {
    return named(name, port, OFTEN);
  }

  private static Symptom named(String name, int port, int times) {
    return Symptom.of(
        Outcome.REFUSED,
        host -> {
          for (int i = 0; i < times; i++) {
            String[] line = {"docker", "exec", "ask", "nc", "-w", "2", name, "" + port};
            if (host.run(line).status() != 0) {
              return new Attempt(Outcome.REFUSED, "");
            }
          }
          return new Attempt(Outcome.CONNECTED, "");
        });
  }

  /// What becomes of a request of `ask` to port 8080 of `web`, on whichever network.
  static Symptom asked(Outcome expected, String network) {
    return Symptom.of(
        expected, host -> host.fromContainer("ask").http(address(host, "web", network), 8080));
  }

  static String address(DockerHost host, String container, String network) {
    String format = "{{(index .NetworkSettings.Networks \"" + network + "\").IPAddress}}";
    return host.run("docker", "inspect", "--format", format, container).text().strip();
  }

  /// A server with a page at that port, on the network of the pair.
  static NewContainer web(DockerHost host, String listen) {
    return Pair.web(host).command("httpd", "-f", "-p", listen, "-h", "/var/www");
  }

  /// The same, in place of the one that there is.
  static void anew(DockerHost host, String listen) {
    host.remove("web");
    web(host, listen).serve(Integer.parseInt(listen));
  }

  /// Both on a network on top of that interface of the host.
  static void onMacvlan(DockerHost host, String parent, String subnet) {
    host.shell("docker network create -d macvlan -o parent=" + parent + " " + subnet + " lan");
    host.container("web").image(Image.WEB).network("lan").serve(8080);
    host.container("ask").command("sleep", "infinity").network("lan").start();
  }
}

package dockdiag.testenv.scenario.reach;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Shop;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;

/// MariaDB with accounts for its own host alone, as it is installed.
public final class ApplicationRefuses implements Scenario {

  @Override
  public String description() {
    return "mysql can be reached by everybody and turns everybody away.";
  }

  @Override
  public void arrange(DockerHost host) {
    host.network(Shop.NETWORK, "10.5.0.0/24");
    host.container("mysql")
        .image(Image.MARIADB)
        .command("mysqld", "--user=root", "--bind-address=0.0.0.0")
        .network(Shop.NETWORK)
        .publish("3306:3306")
        .serve(3306);
  }

  @Override
  public Symptom symptom() {
    return turnedAway(3306, "is not allowed to connect");
  }

  /// That the server's first words are these, which to its client is a refusal.
  static Symptom turnedAway(int port, String words) {
    return Symptom.of(
        Outcome.REFUSED,
        host -> {
          Attempt attempt = host.fromOutside().tcp(ADDRESS, port);
          return attempt.received().contains(words)
              ? new Attempt(Outcome.REFUSED, attempt.received())
              : attempt;
        });
  }

  @Override
  public String command() {
    return "ports mysql";
  }

  @Override
  public String evidence() {
    return "Host '198.51.100.1' is not allowed to connect to this MariaDB server";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("listener-on-loopback");
  }

  @Override
  public void mend(DockerHost host) {
    host.remove("mysql");
    Shop.mysql(host).serve(3306);
  }
}

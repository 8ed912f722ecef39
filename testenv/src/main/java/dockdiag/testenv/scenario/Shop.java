package dockdiag.testenv.scenario;

import static dockdiag.testenv.DockerHost.ADDRESS;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Image;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The healthy shop: two frontends, an order service, MySQL (a real MariaDB) and Redis on the
/// network `ecommerce_net`, 10.5.0.0/24.
public final class Shop implements Scenario {
  /// The network that all its containers are on.
  public static final String NETWORK = "ecommerce_net";

  /// MySQL for everybody: without an account from elsewhere it turns every client away (1130).
  private static final String MYSQL =
      "echo \"CREATE USER IF NOT EXISTS orders@'%';\" > /run/mysqld/init.sql && exec mysqld"
          + " --user=root --bind-address=0.0.0.0 --init-file=/run/mysqld/init.sql";

  private final Map<String, UnaryOperator<NewContainer>> changes = new HashMap<>();

  /// The same shop with one container created otherwise.
  public Shop change(String container, UnaryOperator<NewContainer> change) {
    changes.merge(container, change, (before, after) -> c -> after.apply(before.apply(c)));
    return this;
  }

  @Override
  public String description() {
    return "The healthy shop: frontend-1, frontend-2, order-service, mysql, redis.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.empty();
  }

  @Override
  public void arrange(DockerHost host) {
    host.resolvingBy(host.nameServer(DockerHost.CLIENT));
    host.network(NETWORK, "10.5.0.0/24");
    start(mysql(host));
    start(
        host.container("redis")
            .image(Image.REDIS)
            .command("redis-server", "--bind", "0.0.0.0", "--protected-mode", "no"));
    start(host.container("order-service").image(Image.WEB));
    start(host.container("frontend-1").image(Image.WEB).publish("80:8080"));
    start(host.container("frontend-2").image(Image.WEB).publish("8081:8080"));
    awaitServices(host);
  }

  @Override
  public Symptom symptom() {
    return Symptom.of(Outcome.CONNECTED, host -> host.fromOutside().tcp(ADDRESS, 3306));
  }

  @Override
  public String command() {
    return "ports mysql";
  }

  /// Its MySQL, listening on all addresses.
  public static NewContainer mysql(DockerHost host) {
    return host.container("mysql")
        .image(Image.MARIADB)
        .command("sh", "-c", MYSQL)
        .env("MYSQL_ROOT_PASSWORD", "correct-horse-battery-staple")
        .publish("3306:3306")
        .network(NETWORK);
  }

  private void start(NewContainer container) {
    UnaryOperator<NewContainer> change =
        changes.getOrDefault(container.name(), UnaryOperator.identity());
    change.apply(container.network(NETWORK).label("com.docker.compose.project", "shop")).start();
  }

  private static void awaitServices(DockerHost host) {
    Map.of(
            "mysql",
            3306,
            "redis",
            6379,
            "order-service",
            8080,
            "frontend-1",
            8080,
            "frontend-2",
            8080)
        .forEach((name, port) -> host.fromContainer(name).awaitListening(port));
  }
}

package dockdiag.cli.lab.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How long `dockdiag check` takes on hosts of many containers, each with a port of its own, on
/// twenty networks; beside it `docker inspect` of all of them, the first thing that a person would
/// do. Prints a table, asserts no time; `-Dtest=CheckBenchmark` runs it.
class CheckBenchmark {

  private static final List<Integer> SIZES = List.of(25, 50, 100, 200);
  private static final int NETWORKS = 20;
  private static final int FIRST_PORT = 20_000;
  private static final int HEAP = 256;

  @Test
  void ofManyContainers() {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      host.resolvingBy(host.nameServer(DockerHost.CLIENT));
      for (int network = 0; network < NETWORKS; network++) {
        host.network("net" + network, "10.50." + network + ".0/24");
      }
      System.out.println(
          "containers | docker inspect s (cpu) | dockdiag check s (cpu) | peak MiB | ms a"
              + " container");
      int there = 0;
      for (int size : SIZES) {
        for (; there < size; there++) {
          start(host, there);
        }
        print(host, size);
      }
    }
  }

  private static void start(DockerHost host, int number) {
    host.container("c" + number)
        .image(Image.WEB)
        .network("net" + number % NETWORKS)
        .publish(FIRST_PORT + number + ":8080")
        .start();
  }

  private static void print(DockerHost host, int size) {
    Timed inspect =
        Timed.of(host.inside("bash", "-c"), "docker ps -aq | xargs docker inspect", List.of());
    Timed check = Timed.dockdiag(host, HEAP, "check");
    System.out.printf(
        Locale.ROOT,
        "%10d | %s | %s | %s | %.0f%n",
        size,
        inspect,
        check,
        check.peak(),
        1000 * check.wall() / size);
  }
}

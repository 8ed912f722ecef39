package dockdiag.cli.lab.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How long `dockdiag ping ask web:8080` takes cold, beside the two commands by which a person asks
/// the same. Prints medians and their ratio, asserts no time; `-Dtest=PingBenchmark` runs it.
class PingBenchmark {

  private static final int TIMES = 10;
  private static final int HEAP = 256;
  private static final String BY_HAND =
      "{ docker exec ask ping -c 1 web && docker exec ask nc -z -w 1 web 8080; }";

  @Test
  void besideTheCommandsOfAPerson() {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      host.network("shop", "10.9.0.0/24");
      host.container("ask").image(Image.WEB).network("shop").start();
      host.container("web").image(Image.WEB).network("shop").start();
      host.fromContainer("web").awaitListening(8080);
      double ours =
          Timed.median(TIMES, () -> Timed.dockdiag(host, HEAP, "ping", "ask", "web:8080"));
      double theirs =
          Timed.median(TIMES, () -> Timed.of(host.inside("bash", "-c"), BY_HAND, List.of()));
      System.out.printf(
          Locale.ROOT,
          "dockdiag ping ask web:8080 %.2f s, docker exec ping and nc %.2f s, ratio %.1f%n",
          ours,
          theirs,
          ours / theirs);
    }
  }
}

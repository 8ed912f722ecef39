package dockdiag.cli.lab.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.HostSetup;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How long `dockdiag platform IMAGE` takes cold for an image of 1 GB whose entrypoint is a chain
/// of links, and how much memory, where its layers can be read and where the engine exports them;
/// beside it the commands that bring a person no more than that one file. Prints medians and their
/// ratio, asserts no time; `-Dtest=PlatformBenchmark` runs it.
class PlatformBenchmark {

  private static final int TIMES = 5;
  private static final int HEAP = 64;
  private static final String IMAGE = "lab/large:1";

  private static final String BY_HAND =
      "{ docker image inspect lab/large:1 && id=$(docker create lab/large:1)"
          + " && docker cp -L $id:/entrypoint /tmp/entrypoint && docker rm $id; }";

  @ParameterizedTest
  @ValueSource(strings = {"overlay2", "vfs"})
  void ofALargeImage(String driver) {
    HostSetup setup = DockerHost.on(Suite.BOOKWORM).dockerd("--storage-driver=" + driver);
    try (DockerHost host = LabNeeded.start(setup)) {
      load(host);
      double theirs =
          Timed.median(TIMES, () -> Timed.of(host.inside("bash", "-c"), BY_HAND, List.of()));
      double ours = Timed.median(TIMES, () -> Timed.dockdiag(host, HEAP, "platform", IMAGE));
      System.out.printf(
          Locale.ROOT,
          "%s: dockdiag platform %.2f s, peak %s MiB; docker inspect, create and cp %.2f s, ratio"
              + " %.1f%n",
          driver,
          ours,
          Timed.dockdiag(host, HEAP, "platform", IMAGE).peak(),
          theirs,
          ours / theirs);
    }
  }

  /// What does not compress, in files as of a large application, and the program behind links.
  private static void load(DockerHost host) {
    host.shell(
        """
        mkdir -p /opt/large/opt/app/bin /opt/large/data; cd /opt/large
        for i in 0 1 2 3 4 5 6 7; do head -c 128M /dev/urandom > data/$i; done
        cp /usr/bin/busybox opt/app/bin/busybox
        ln -s busybox opt/app/bin/start; ln -s app/bin opt/bin; ln -s /opt/bin/start run
        ln -s run entrypoint
        tar -c . | docker import --change 'ENTRYPOINT ["/entrypoint"]' - lab/large:1
        rm -r /opt/large
        """);
  }
}

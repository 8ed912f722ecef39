package dockdiag.cli.lab.bench;

import dockdiag.cli.Dockdiag;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordingHost;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.NewContainer;
import dockdiag.testenv.debian.Command;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.debian.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long many rules take, beside `iptables-save` and nft on the same ones in the same run:
/// prints a table, asserts no time. No test of a build: `-Dtest=RulesBenchmark` runs it.
///
/// A real engine publishes the ports, a real kernel holds the rules. Parsing and walking, and
/// `dockdiag trace` as a whole, each begin with a JVM just started, of 256 MB.
class RulesBenchmark {

  private static final List<Integer> SIZES = List.of(1000, 5000, 20_000, 50_000);
  private static final int HEAP = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_PORT = 8000;
  private static final int PORTS = 500;

  /// Of an engine that makes three rules for each of its published ports.
  private static final int OF_ENGINE = 3 * PORTS;

  @Test
  void ofManyRules(@TempDir Path folder) throws Exception {
    try (DockerHost host =
        LabNeeded.start(DockerHost.on(Suite.TRIXIE).dockerd("--userland-proxy=false"))) {
      publish(host);
      System.out.printf(
          "%6s | %s | %s | %s | %s%n",
          "rules",
          "iptables-save s (cpu)",
          "nft -j list s (cpu)",
          "cpu: parse, first walk, %d walks; heap MB".formatted(PORTS),
          "dockdiag trace s (cpu)");
      host.shell("iptables -N BANNED && iptables -A INPUT -j BANNED");
      for (int rules : SIZES) {
        host.write("/tmp/rules", Banned.rules(Math.max(0, rules - OF_ENGINE)));
        host.shell("iptables-restore --noflush < /tmp/rules");
        Path bundle = folder.resolve(rules + EvidenceBundle.SUFFIX);
        record(host, bundle);
        System.out.printf(
            "%6d | %s | %s | %s | %s%n",
            Math.max(rules, OF_ENGINE),
            timed(host.inside("bash", "-c"), "iptables-save -c"),
            timed(host.inside("bash", "-c"), "nft -j list ruleset"),
            walked(bundle),
            timed(traced(host), "\"$@\""));
      }
    }
  }

  private static void publish(DockerHost host) {
    NewContainer web = host.container("web").image(Image.WEB);
    for (int port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
      web.publish("%1$d:%1$d".formatted(port));
    }
    web.start();
  }

  private static void record(DockerHost host, Path bundle) throws Exception {
    Map<String, String> environment = Map.of("DOCKER_HOST", "unix://" + host.socket());
    LiveOptions options =
        new LiveOptions(Optional.empty(), environment, PATIENCE, LiveOptions.Manner.ACTIVE);
    RecordingHost recording = new RecordingHost(new LiveHost(options));
    PacketPath path = new PacketPath(Netns.of(new Facts(recording), Namespace.HOST));
    WalkAll.walk(path, FIRST_PORT);
    recording.bundle(BundleHeader.none()).write(bundle);
  }

  private static String walked(Path bundle) {
    return Command.of(
            Timed.java(HEAP, WalkAll.class, bundle.toString(), "" + FIRST_PORT, "" + PORTS))
        .text();
  }

  private static Command traced(DockerHost host) {
    return Command.of("bash", "-c").with("DOCKER_HOST", "unix://" + host.socket());
  }

  private static Timed timed(Command shell, String line) {
    String[] trace = {
      "trace", "--timeout", PATIENCE.toSeconds() + "s", DockerHost.CLIENT, "host:" + FIRST_PORT
    };
    return Timed.of(shell, line, Timed.java(HEAP, Dockdiag.class, trace));
  }
}

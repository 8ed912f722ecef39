package dockdiag.testenv;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dockdiag.testenv.debian.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The dockerd of a lab host, in the host's namespaces; it can be stopped and started again.
final class Engine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOG = "dockerd.log";

  private final Isolation isolation;
  private final List<String> words;
  private final DockerClient client;
  private List<String> under;
  private Process process;

  Engine(Isolation isolation, List<String> under, List<String> arguments) {
    this.isolation = isolation;
    this.under = under;
    this.words = words(isolation, arguments);
    this.client = client(socket());
    this.process = start();
  }

  Path socket() {
    return isolation.state().resolve("docker.sock");
  }

  DockerClient client() {
    return client;
  }

  String log() {
    return Isolation.text(isolation.state().resolve(LOG));
  }

  /// Ends dockerd as `systemctl stop docker` would; containers are stopped by it unless it is
  /// configured otherwise.
  void stop() {
    isolation.inside(List.of("sh", "-c", "kill -TERM $(cat /var/run/docker.pid)")).text();
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("dockerd does not stop\n" + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What carries out dockerd's command from its next start on.
  void under(List<String> words) {
    under = words;
  }

  void restart() {
    stop();
    again();
  }

  void again() {
    process = start();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() {
    Process started = Isolation.launch(command(), isolation.state(), LOG);
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!started.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("dockerd does not start\n" + log());
      }
      Vantage.pause();
    }
    return started;
  }

  private Command command() {
    List<String> all = new ArrayList<>(under);
    all.addAll(words);
    return isolation.inside(all);
  }

  private boolean answers() {
    if (!Files.exists(socket())) {
      return false;
    }
    try {
      client.pingCmd().exec();
      return true;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private static List<String> words(Isolation isolation, List<String> arguments) {
    // After a SIGKILL the containers' cgroups stay: a parent of their own makes them findable.
    String parent = "/" + isolation.state().getFileName();
    List<String> words =
        new ArrayList<>(
            List.of(
                "/usr/sbin/dockerd",
                "--cgroup-parent",
                parent,
                "-H",
                "unix:///run/docker.sock",
                "-H",
                "unix:///lab/docker.sock"));
    words.addAll(arguments);
    return words;
  }

  private static DockerClient client(Path socket) {
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder()
            .withDockerHost("unix://" + socket)
            .withDockerTlsVerify(false)
            .build();
    return DockerClientImpl.getInstance(
        config,
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .connectionTimeout(Duration.ofSeconds(5))
            .responseTimeout(Duration.ofSeconds(60))
            .build());
  }
}

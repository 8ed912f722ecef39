package dockdiag.testenv.bench;

import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.catalogue.Scenarios;
import dockdiag.testenv.debian.LabFolder;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The command `testenv/lab`: a named host up, a shell on it, down again.
public final class Bench {
  private static final String USAGE =
      """
      lab list                                  the hosts there are, and those that are up
      lab up NAME [SUITE] [-- COMMAND ...]      bring one up and run a shell, or the command, on it
      lab down                                  take away those that are up

      A host is up as long as its shell, or the command. In it DOCKER_HOST is the host's engine,
      `docker` the engine's own client, `on-host COMMAND` runs on the Docker host itself, and
      `outside COMMAND` on the client outside, to whom the host is 198.51.100.1.
      SUITE: bookworm (Docker 20.10, what you get), trixie (26.1) or forky (28.5).
      """;

  private Bench() {}

  /// Status 0; of `up` that of the shell or command; 2 when the words are not understood; 3 when
  /// the lab cannot run here.
  public static void main(String[] words) throws IOException, InterruptedException {
    System.exit(run(List.of(words)));
  }

  private static int run(List<String> words) throws IOException, InterruptedException {
    return switch (words.isEmpty() ? "" : words.getFirst()) {
      case "list" -> list();
      case "up" -> words.size() < 2 ? usage() : up(words.subList(1, words.size()));
      case "down" -> down();
      default -> usage();
    };
  }

  private static int usage() {
    System.err.print(USAGE);
    return 2;
  }

  private static int list() throws IOException {
    Scenarios.ALL.forEach(s -> System.out.printf("%-28s %s%n", s.name(), s.description()));
    for (Running running : Running.in(LabFolder.standard())) {
      System.out.println("up: " + running.scenario() + ", process " + running.pid());
    }
    return 0;
  }

  private static int down() throws IOException {
    for (Running running : Running.in(LabFolder.standard())) {
      running.end();
      System.out.println("down: " + running.scenario());
    }
    return 0;
  }

  private static int up(List<String> words) throws IOException, InterruptedException {
    int dashes = words.contains("--") ? words.indexOf("--") : words.size();
    Optional<Scenario> scenario = Scenarios.named(words.getFirst());
    Optional<Suite> suite = suite(dashes > 1 ? words.get(1) : "bookworm");
    if (scenario.isEmpty() || suite.isEmpty() || dashes > 2) {
      System.err.println("lab: no such host or suite: " + String.join(" ", words));
      return usage();
    }
    Optional<String> missing = LabNeeded.whatIsMissing();
    if (missing.isPresent()) {
      System.err.println("lab: " + missing.get());
      return 3;
    }
    List<String> command = words.subList(Math.min(dashes + 1, words.size()), words.size());
    return up(scenario.get(), suite.get(), command);
  }

  private static int up(Scenario scenario, Suite suite, List<String> command)
      throws IOException, InterruptedException {
    System.err.println("lab: " + scenario.name() + " is coming up on " + suite.codename());
    try (DockerHost host = scenario.setup(suite).start()) {
      scenario.arrange(host);
      System.err.println("lab: " + scenario.description());
      Running.mark(host, scenario);
      return new HostShell(host).run(command);
    }
  }

  private static Optional<Suite> suite(String codename) {
    return List.of(Suite.values()).stream()
        .filter(suite -> suite.codename().equals(codename.toLowerCase(Locale.ROOT)))
        .findAny();
  }
}

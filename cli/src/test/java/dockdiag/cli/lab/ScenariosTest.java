package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.symptom.Obstacles;
import dockdiag.playbooks.symptom.Playbooks;
import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.catalogue.Scenarios;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Real engines are broken, diagnosed, mended, and diagnosed again; several at once, as most of it
/// is waiting for packets that never come.
class ScenariosTest {

  /// Those that are tried on the newer engines too.
  private static final Set<String> SMOKE =
      Set.of(
          "alias-shared",
          "all-rules-flushed",
          "egress-dropped",
          "engine-rules-flushed",
          "host-port-taken",
          "icc-disabled",
          "internal-network-not-published",
          "ip-forward-disabled",
          "iptables-disabled",
          "listener-on-loopback",
          "listener-on-other-address",
          "masquerade-missing",
          "name-on-unshared-network",
          "no-shared-network",
          "no-shared-network-by-address",
          "published-on-host-loopback",
          "upstream-dns-unreachable");

  private static final int MOMENTS = 20;
  private static final Duration MOMENT = Duration.ofMillis(250);

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> onBookworm() {
    return tests(Suite.BOOKWORM, scenario -> true);
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> onTrixie() {
    return tests(Suite.TRIXIE, scenario -> SMOKE.contains(scenario.name()));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> onForky() {
    return tests(Suite.FORKY, scenario -> SMOKE.contains(scenario.name()));
  }

  @Test
  void everyFaultHasAScenario() {
    Set<String> broken =
        Scenarios.ALL.stream()
            .map(Scenario::diagnosis)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    assertThat(Playbooks.faults())
        .filteredOn(fault -> !Obstacles.all().contains(fault))
        .extracting(Fault::slug)
        .allSatisfy(slug -> assertThat(broken).contains(slug));
  }

  private static Stream<DynamicTest> tests(Suite suite, Predicate<Scenario> wanted) {
    String only = System.getProperty("dockdiag.scenario", "");
    return Scenarios.ALL.stream()
        .filter(wanted)
        .filter(scenario -> only.isEmpty() || List.of(only.split(",")).contains(scenario.name()))
        .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> examine(scenario, suite)));
  }

  private static void examine(Scenario scenario, Suite suite) throws InterruptedException {
    try (DockerHost host = LabNeeded.start(scenario.setup(suite))) {
      scenario.arrange(host);
      assertThat(scenario.symptom().seenOn(host)).isEqualTo(scenario.symptom().expected());
      if (scenario.diagnosis().isPresent()) {
        mend(scenario, diagnosed(scenario, scenario.diagnosis().get(), host), host);
        assertThat(mended(scenario, host)).as("mended").isEqualTo(Outcome.CONNECTED);
      }
      Asked healthy = Asked.of(host, scenario.command());
      assertThat(healthy.diagnoses()).extracting(Asked::id).isEqualTo(scenario.notes());
      assertThat(healthy.verdict()).as("%s", healthy.report()).isEqualTo("healthy");
      assertThat(healthy.status()).isZero();
    }
  }

  /// It and nothing else is to blame, and what proves it is shown.
  private static JsonObject diagnosed(Scenario scenario, String slug, DockerHost host) {
    Asked asked = Asked.of(host, scenario.command());
    assertThat(asked.causes()).as("%s", asked.report()).extracting(Asked::id).containsOnly(slug);
    JsonObject first = asked.causes().getFirst();
    assertThat(Asked.evidence(first)).asString().contains(scenario.evidence());
    boolean isError = Asked.text(first, "severity").equals("error");
    assertThat(first.get("rootCause").getAsBoolean()).isEqualTo(isError);
    assertThat(asked.status()).isEqualTo(isError ? 1 : 0);
    return first;
  }

  /// A server that was started anew needs a moment before it listens.
  private static Outcome mended(Scenario scenario, DockerHost host) throws InterruptedException {
    Outcome seen = scenario.symptom().seenOn(host);
    for (int moment = 0; seen != Outcome.CONNECTED && moment < MOMENTS; moment++) {
      Thread.sleep(MOMENT);
      seen = scenario.symptom().seenOn(host);
    }
    return seen;
  }

  /// An automatic remedy has to do as it stands; else a person is asked to mend it.
  private static void mend(Scenario scenario, JsonObject diagnosis, DockerHost host) {
    Asked.automatic(diagnosis)
        .ifPresentOrElse(commands -> commands.forEach(host::shell), () -> scenario.mend(host));
  }
}

package dockdiag.testenv.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {

  static List<Scenario> scenarios() {
    return Scenarios.ALL;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theSymptomIsSeenByARealPacket(Scenario scenario) {
    try (DockerHost host = LabNeeded.start(scenario.setup(Suite.BOOKWORM))) {
      scenario.arrange(host);
      assertThat(scenario.symptom().seenOn(host)).isEqualTo(scenario.symptom().expected());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void onTheHealthyTwinTheSamePacketConnects(Scenario scenario) {
    Scenario twin = scenario.healthyTwin();
    try (DockerHost host = LabNeeded.start(twin.setup(Suite.BOOKWORM))) {
      twin.arrange(host);
      assertThat(scenario.symptom().seenOn(host)).isEqualTo(Outcome.CONNECTED);
    }
  }

  @Test
  void theyAreListedByName() {
    assertThat(Scenarios.ALL.stream().map(Scenario::name)).isSorted().doesNotHaveDuplicates();
    assertThat(Scenarios.named("listener-on-loopback"))
        .containsInstanceOf(ListenerOnLoopback.class);
  }
}

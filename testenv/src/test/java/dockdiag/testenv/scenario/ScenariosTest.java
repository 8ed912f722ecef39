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
    LabNeeded.orSkip();
    try (DockerHost host = scenario.setup(Suite.BOOKWORM).start()) {
      scenario.arrange(host);
      assertThat(scenario.symptom().seenOn(host)).isEqualTo(scenario.symptom().expected());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void onTheHealthyTwinTheSamePacketConnects(Scenario scenario) {
    LabNeeded.orSkip();
    Scenario twin = scenario.healthyTwin();
    try (DockerHost host = twin.setup(Suite.BOOKWORM).start()) {
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

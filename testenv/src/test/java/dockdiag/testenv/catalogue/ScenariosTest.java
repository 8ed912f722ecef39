package dockdiag.testenv.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.socket.ListenerOnLoopback;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// That they break as they say is seen by the tests of the module cli, which diagnose them too.
class ScenariosTest {

  @Test
  void theyAreListedByName() {
    assertThat(Scenarios.ALL.stream().map(Scenario::name)).isSorted().doesNotHaveDuplicates();
    assertThat(Scenarios.named("listener-on-loopback"))
        .containsInstanceOf(ListenerOnLoopback.class);
  }

  @Test
  void lookAlikesLookAlikeAndAreDiagnosedOtherwise() {
    for (Scenario scenario : Scenarios.ALL) {
      for (String name : scenario.lookAlikes()) {
        Scenario alike = Scenarios.named(name).orElseThrow(() -> new AssertionError(name));
        assertThat(alike.symptom().expected())
            .as("%s and %s", scenario.name(), name)
            .isEqualTo(scenario.symptom().expected());
        assertThat(alike.diagnosis())
            .as("%s and %s", scenario.name(), name)
            .isNotEqualTo(scenario.diagnosis());
      }
    }
  }

  @Test
  void everyDiagnosisHasALookAlike() {
    Set<String> distinguished = new TreeSet<>();
    Scenarios.ALL.stream()
        .filter(scenario -> !scenario.lookAlikes().isEmpty())
        .forEach(scenario -> scenario.diagnosis().ifPresent(distinguished::add));
    assertThat(Scenarios.ALL.stream().flatMap(scenario -> scenario.diagnosis().stream()))
        .allSatisfy(diagnosis -> assertThat(distinguished).contains(diagnosis));
  }

  @Test
  void everyBrokenOneNamesItsProof() {
    assertThat(Scenarios.ALL)
        .filteredOn(scenario -> scenario.diagnosis().isPresent())
        .extracting(Scenario::evidence)
        .doesNotContain("");
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.symptom.NetworksInDisorder;
import dockdiag.playbooks.symptom.Wiring;
import dockdiag.probes.Facts;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordingHost;
import dockdiag.probes.host.RedactingHost;
import dockdiag.probes.host.Redaction;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Office;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is reported of networks of every kind in which nothing is wrong; and the recording of
/// that host, from which the pages about networks begin, is taken here with `-Ddockdiag.update`.
class HealthyOfficeTest {

  private static final Path RECORDING =
      Path.of("../testenv/src/main/resources/dockdiag/testenv/recordings/office");

  @ParameterizedTest
  @EnumSource
  void nothingIsReportedOfIt(Suite suite) throws Exception {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      new Office().arrange(host);
      String endpoint = "unix://" + host.socket();
      RecordingHost recorder =
          new RecordingHost(
              new RedactingHost(
                  new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", endpoint))), new Redaction()));
      Diagnosis diagnosis =
          Examination.of(new NetworksInDisorder(), Wiring.ALL, new Facts(recorder));
      assertThat(diagnosis.found()).isEmpty();
      assertThat(diagnosis.verdict()).as("%s", diagnosis.checks()).isEqualTo(Verdict.HEALTHY);
      if (suite == Suite.BOOKWORM && System.getProperty("dockdiag.update") != null) {
        recorder.bundle(BundleHeader.none()).writeFolder(RECORDING);
      }
    }
  }
}

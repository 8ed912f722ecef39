package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Overlay;
import dockdiag.playbooks.cluster.OverlaysOf;
import dockdiag.playbooks.symptom.SwarmInDisorder;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordingHost;
import dockdiag.probes.host.RedactingHost;
import dockdiag.probes.host.Redaction;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.swarm.SandboxProbe;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.scenario.Swarm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is reported of a swarm in which nothing is wrong, whichever of its nodes is asked; and
/// the recording of its manager, from which the pages about swarms begin, is taken here with
/// `-Ddockdiag.update`.
class HealthySwarmTest {

  private static final Path RECORDING =
      Path.of("../testenv/src/main/resources/dockdiag/testenv/recordings/swarm");

  @ParameterizedTest
  @EnumSource(names = {"BOOKWORM", "FORKY"})
  void nothingIsReportedOfIt(Suite suite) throws Exception {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      new Swarm().arrange(host);
      RecordingHost recorder = new RecordingHost(new RedactingHost(live(host), new Redaction()));
      Facts facts = new Facts(recorder);
      assertHealthy(facts);
      assertHealthy(new Facts(live(host.neighbour(2))));
      if (suite == Suite.BOOKWORM && System.getProperty("dockdiag.update") != null) {
        Everything.of(facts, List.of());
        for (Overlay overlay : facts.infer(new OverlaysOf())) {
          facts.get(new LinksProbe(facts.get(new SandboxProbe(overlay.network().id()))));
        }
        recorder.bundle(BundleHeader.none()).writeFolder(RECORDING);
      }
    }
  }

  @Test
  void nothingIsReportedWherePacketsOfContainersHaveAWayOfTheirOwn() throws Exception {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      Swarm.apart(host);
      Swarm.network(host);
      Swarm.containers(host);
      for (DockerHost one : List.of(host, host.neighbour(2))) {
        one.shell("iptables -A INPUT -p udp -m udp --dport 4789 -j DROP"); // which nobody needs
      }
      // for such a network the engine writes rules that ask what is inside of packets
      host.shell("docker network create --driver overlay --opt encrypted --attachable secret");
      host.shell("docker run --detach --network secret --name hidden lab/box:1 sleep infinity");
      assertThat(host.shell("iptables-save")).contains("-m u32");
      assertHealthy(new Facts(live(host)));
      assertHealthy(new Facts(live(host.neighbour(2))));
    }
  }

  @Test
  void whereThereIsNoneNothingIsExamined() {
    try (DockerHost host = LabNeeded.start(DockerHost.on(Suite.BOOKWORM))) {
      Asked asked = Asked.of(host, "swarm");
      assertThat(asked.status()).isZero();
      assertThat(asked.verdict()).isEqualTo("healthy");
      assertThat(asked.report().toString()).contains("inactive");
    }
  }

  private static void assertHealthy(Facts facts) throws Exception {
    Diagnosis diagnosis = Examination.of(new SwarmInDisorder(), Cluster.ALL, facts);
    assertThat(diagnosis.found()).isEmpty();
    assertThat(diagnosis.verdict()).as("%s", diagnosis.checks()).isEqualTo(Verdict.HEALTHY);
  }

  private static Host live(DockerHost host) {
    return new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", "unix://" + host.socket())));
  }
}

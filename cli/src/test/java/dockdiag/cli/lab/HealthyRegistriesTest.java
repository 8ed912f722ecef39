package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.outward.PathMtu;
import dockdiag.playbooks.registry.Pull;
import dockdiag.playbooks.registry.Reference;
import dockdiag.playbooks.symptom.PullFails;
import dockdiag.probes.Facts;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordingHost;
import dockdiag.probes.host.RedactingHost;
import dockdiag.probes.host.Redaction;
import dockdiag.probes.net.Address;
import dockdiag.probes.registry.KnownProxiesProbe;
import dockdiag.probes.registry.LoginsProbe;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.debian.Suite;
import dockdiag.testenv.web.Authority;
import dockdiag.testenv.web.Authority.Validity;
import dockdiag.testenv.web.Registry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing is reported of registries that the engine pulls from, each in its own way; the
/// recording of one, from which the pages begin, is taken here with `-Ddockdiag.update`.
class HealthyRegistriesTest {

  private static final Path RECORDING =
      Path.of("../testenv/src/main/resources/dockdiag/testenv/recordings/registry");

  private static final String NAMED = "reg.shop.test:5000/shop/box:1";

  @ParameterizedTest
  @EnumSource(names = {"BOOKWORM", "FORKY"})
  void nothingIsReportedOfThem(Suite suite) throws Exception {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite).daemonJson(SETTINGS))) {
      arrange(host);
      for (String image : List.of(NAMED, "198.51.100.2:5001/shop/box:1", "box:1", GUARDED)) {
        host.shell("docker pull " + image);
        Asked asked = Asked.of(host, "registry " + image + " --timeout 20s");
        assertThat(asked.verdict()).as("%s %s", image, asked.report()).isEqualTo("healthy");
        assertThat(asked.diagnoses()).isEmpty();
      }
      record(host, suite);
    }
  }

  private static final String SETTINGS =
      """
      {"registry-mirrors": ["http://198.51.100.2:5001"],
       "insecure-registries": ["198.51.100.2:5001", "198.51.100.2:5002"]}
      """;

  private static final String GUARDED = "198.51.100.2:5002/shop/box:1";

  private static void arrange(DockerHost host) {
    Authority authority = Authority.create();
    host.write("/etc/docker/certs.d/reg.shop.test:5000/ca.crt", authority.pem());
    host.nameServer(DockerHost.CLIENT).zone().add("reg.shop.test", DockerHost.CLIENT);
    host.resolvingBy(host.nameServers().getFirst());
    Registry registry =
        Registry.of(host)
            .secure(
                DockerHost.CLIENT,
                5000,
                authority.identity("reg.shop.test", Validity.now(), "reg.shop.test"))
            .plain(DockerHost.CLIENT, 5001)
            .guarded(DockerHost.CLIENT, 5002);
    registry.login("198.51.100.2:5002");
  }

  private static void record(DockerHost host, Suite suite) throws Exception {
    RecordingHost recorder =
        new RecordingHost(
            new RedactingHost(
                new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", "unix://" + host.socket()))),
                new Redaction()));
    Facts facts = new Facts(recorder);
    for (String image : List.of(NAMED, "box:1")) {
      Diagnosis diagnosis =
          Examination.of(new PullFails(), Pull.of(Reference.parse(image).orElseThrow()), facts);
      assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
    }
    facts.get(new KnownProxiesProbe());
    facts.get(new LoginsProbe());
    assertThat(PathMtu.isSwallowedOfHost(Address.of(DockerHost.CLIENT), 1500, facts)).isFalse();
    if (suite == Suite.BOOKWORM && System.getProperty("dockdiag.update") != null) {
      recorder.bundle(BundleHeader.none()).writeFolder(RECORDING);
    }
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.symptom.ContainersCannotTalk;
import dockdiag.playbooks.symptom.NameDoesNotResolve;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.probes.Facts;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.host.RecordingHost;
import dockdiag.probes.host.RedactingHost;
import dockdiag.probes.host.Redaction;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.scenario.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Nothing is reported of a host on which nothing is wrong; and the recording of that host, from
/// which the pages of the playbooks begin, is taken here with `-Ddockdiag.update`.
@DockerHostTest
class HealthyShopTest {

  private static final Path RECORDING =
      Path.of("../testenv/src/main/resources/dockdiag/testenv/recordings/shop");

  @Test
  void nothingIsReportedOfIt(DockerHost host) throws Exception {
    new Shop().arrange(host);
    String endpoint = "unix://" + host.socket();
    RecordingHost recorder =
        new RecordingHost(
            new RedactingHost(
                new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", endpoint))), new Redaction()));
    Facts facts = new Facts(recorder);
    for (String container : List.of("mysql", "frontend-1", "frontend-2", "redis")) {
      Diagnosis diagnosis =
          Examination.of(new PublishedPortUnreachable(), Flow.to(container), facts);
      if (!container.equals("redis")) {
        assertThat(diagnosis.verdict()).as(container).isEqualTo(Verdict.HEALTHY);
      }
    }
    Naming orders = Naming.of("order-service");
    for (Naming naming : List.of(orders, orders.asking("mysql"), Naming.of("frontend-1"))) {
      Diagnosis diagnosis = Examination.of(new NameDoesNotResolve(), naming, facts);
      assertThat(diagnosis.verdict()).as("%s", naming).isEqualTo(Verdict.HEALTHY);
    }
    Optional<Port> served = Optional.of(new Port(3306, Protocol.TCP));
    for (Optional<Port> port : List.of(served, Optional.<Port>empty())) {
      Contact contact = Contact.of(Optional.of("order-service"), "mysql", port);
      Diagnosis diagnosis = Examination.of(new ContainersCannotTalk(), contact, facts);
      assertThat(diagnosis.verdict()).as("%s", contact).isEqualTo(Verdict.HEALTHY);
    }
    for (String nobody : List.of("database", "store")) {
      facts.infer(new ResolutionOf("order-service", nobody)); // asked for by pages
    }
    if (System.getProperty("dockdiag.update") != null) {
      Everything.of(facts, List.of("mysql", "frontend-1", "frontend-2", "redis", "order-service"));
      recorder.bundle(BundleHeader.none()).writeFolder(RECORDING);
    }
  }
}

package dockdiag.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Severity;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.symptom.ContainersCannotTalk;
import dockdiag.playbooks.symptom.NameDoesNotResolve;
import dockdiag.playbooks.symptom.NetworksInDisorder;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.playbooks.symptom.Wiring;
import dockdiag.probes.Facts;
import dockdiag.probes.Host;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.LiveHost;
import dockdiag.probes.host.LiveOptions;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.DockerHostTest;
import dockdiag.testenv.debian.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A container that ends, or is gone, in the middle of a diagnosis, whenever that is, is told as
/// that or as unknown; no fault is made up from what was seen before and after.
@DockerHostTest(shared = true)
class BadMomentTest {

  private static final String NETWORK = "shop";

  @BeforeEach
  void web(DockerHost host) {
    host.shell("docker rm --force web; docker network rm shop; true");
    host.network(NETWORK, "10.9.0.0/24");
    start(host);
  }

  private static void start(DockerHost host) {
    host.container("web").image(Image.WEB).publish("8080:8080").network(NETWORK).start();
    host.fromContainer("web").awaitListening(8080);
  }

  @Test
  void aContainerThatIsRemoved(DockerHost host) throws Exception {
    int requests = requests(host, port());
    for (int moment = 0; moment < requests; moment += 4) {
      assertNothingIsMadeUp(host, moment, "docker rm --force web", port());
      start(host);
    }
  }

  @Test
  void aContainerThatIsRestarted(DockerHost host) throws Exception {
    int requests = requests(host, port());
    for (int moment = 0; moment < requests; moment += 7) {
      assertNothingIsMadeUp(host, moment, "docker restart --time 0 web", port());
      host.fromContainer("web").awaitListening(8080);
    }
  }

  @Test
  void aContainerThatAsksForNames(DockerHost host) throws Exception {
    Asking<Naming> names = new Asking<>(new NameDoesNotResolve(), Naming.of("web").asking("web"));
    int requests = requests(host, names);
    for (int moment = 0; moment < requests; moment += 4) {
      assertNothingIsMadeUp(host, moment, "docker stop --time 0 web", names);
      host.shell("docker start web");
    }
  }

  @Test
  void aNetworkThatIsRemoved(DockerHost host) throws Exception {
    Asking<Wiring> networks = new Asking<>(new NetworksInDisorder(), Wiring.ALL);
    int requests = requests(host, networks);
    for (int moment = 0; moment < requests; moment += 4) {
      String gone = "docker rm --force web; docker network rm shop";
      assertNothingIsMadeUp(host, moment, gone, networks);
      web(host);
    }
  }

  @Test
  void aContainerThatIsAskedByAnother(DockerHost host) throws Exception {
    host.shell("docker rm --force ask; true");
    host.container("ask").command("sleep", "infinity").network(NETWORK).start();
    Contact asked =
        Contact.of(Optional.of("ask"), "web", Optional.of(new Port(8080, Protocol.TCP)));
    Asking<Contact> ping = new Asking<>(new ContainersCannotTalk(), asked);
    int requests = requests(host, ping);
    for (int moment = 0; moment < requests; moment += 5) {
      assertNothingIsMadeUp(host, moment, "docker stop --time 0 web", ping);
      host.shell("docker start web");
      host.fromContainer("web").awaitListening(8080);
    }
    host.remove("ask");
  }

  private record Asking<S extends Scope>(Playbook<S> playbook, S asked) {
    Diagnosis of(Host host) throws Unobservable {
      return Examination.of(playbook, asked, new Facts(host));
    }
  }

  private static Asking<Flow> port() {
    return new Asking<>(new PublishedPortUnreachable(), Flow.to("web"));
  }

  /// How many times the host is asked where nothing happens.
  private static int requests(DockerHost host, Asking<?> asking) throws Unobservable {
    AtomicInteger asked = new AtomicInteger();
    Host live = live(host);
    Diagnosis healthy =
        asking.of(
            request -> {
              asked.incrementAndGet();
              return live.ask(request);
            });
    assertThat(errors(healthy)).isEmpty();
    return asked.get();
  }

  private static void assertNothingIsMadeUp(
      DockerHost host, int moment, String happens, Asking<?> asking) {
    AtomicInteger asked = new AtomicInteger();
    Host live = live(host);
    Host changing =
        request -> {
          if (asked.getAndIncrement() == moment) {
            host.shell(happens);
          }
          return live.ask(request);
        };
    try {
      assertThat(errors(asking.of(changing)))
          .as("%s at request %d", happens, moment)
          .isSubsetOf("container-not-running", "container-restarting", "target-not-running");
    } catch (Unobservable gone) {
      assertThat(gone.reason()).isEqualTo(Unobservable.Reason.NOT_PRESENT);
    }
  }

  private static Host live(DockerHost host) {
    return new LiveHost(LiveOptions.of(Map.of("DOCKER_HOST", "unix://" + host.socket())));
  }

  private static List<String> errors(Diagnosis diagnosis) {
    return diagnosis.found().stream()
        .filter(one -> one.finding().severity() == Severity.ERROR)
        .map(Diagnosed::slug)
        .toList();
  }
}

package dockdiag.cli.command;

import dockdiag.cli.session.Session;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.playbooks.symptom.SwarmInDisorder;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Why does the published port not answer?
@Command(
    name = "ports",
    description = "why does the published port not answer?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag ports mysql                      every published port of mysql",
      "  dockdiag ports web 8080                   one port, the container's or the host's",
      "  dockdiag ports dns 53/udp                 a UDP port",
      "  dockdiag ports shop_web                   a service of the swarm that has no container",
      "  dockdiag ports web --from 192.0.2.7       asked by that client",
      "  dockdiag ports web --save case            keep the evidence: case.dockdiag.zip"
    })
public final class PortsCommand implements Callable<Integer> {

  @Mixin private OneContainer one = new OneContainer();

  @Parameters(
      index = "1",
      paramLabel = "PORT[/PROTO]",
      arity = "0..1",
      description = "one port alone: the container's, or the host's")
  private @Nullable String port;

  private final Work work;

  /// Carried out with this.
  public PortsCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    // not by the command line's parser: an option that does not exist is to be told first
    Optional<Port> asked = Optional.ofNullable(port).map(Values::port);
    return new Diagnosing(work, one.options()).call(session -> diagnose(session, asked));
  }

  private Diagnosis diagnose(Session session, Optional<Port> asked) throws Unobservable {
    Optional<String> service = Named.idleService(one.typed(), session.facts());
    if (service.isPresent()) {
      Cluster part = Cluster.ALL.of(Cluster.Kind.SERVICE, service.get());
      return Examination.of(new SwarmInDisorder(), part, session.facts());
    }
    String name = Named.container(one.typed(), session.facts());
    Flow flow = new Flow(name, asked, one.options().from());
    return Examination.of(new PublishedPortUnreachable(), flow, session.facts());
  }
}

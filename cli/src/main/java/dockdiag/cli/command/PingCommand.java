package dockdiag.cli.command;

import dockdiag.cli.path.Asking;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.symptom.ContainersCannotTalk;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Why does one not reach the other?
@Command(
    name = "ping",
    description = "why does FROM not reach TO?",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A name is taken as FROM's own programs take it; where several containers bear it, each is",
      "tried. Without PORT an echo is sent, as ping(8) does; with it a connection is made.",
      "",
      "Examples:",
      "  dockdiag ping web db                  does web find and reach the container db?",
      "  dockdiag ping web db:5432             and what listens there?",
      "  dockdiag ping web 10.5.0.2:53/udp     an address, by UDP",
      "  dockdiag ping web host:8080           from a container to the host",
      "  dockdiag ping host db:5432            from the host to a container",
      "  dockdiag ping web db --passive        sends nothing: names, rules and sockets alone"
    })
public final class PingCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "a container: its name, its id, or a unique beginning; or host")
  private String from = "";

  @Parameters(
      index = "1",
      paramLabel = "TO[:PORT[/PROTO]]",
      description = "a container, a service's name, an alias, an address, or host")
  private String to = "";

  private final Work work;

  /// Carried out with this.
  public PingCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    return new Diagnosing(work, options).call(session -> diagnose(session.facts()));
  }

  private Diagnosis diagnose(Facts facts) throws Unobservable {
    Asking asking = new Asking(facts, typed -> Named.container(typed, facts), Optional.empty());
    return Examination.of(new ContainersCannotTalk(), asking.contact(from, to), facts);
  }
}

package dockdiag.cli.command;

import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Flow;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.process.ProcessesProbe;
import dockdiag.probes.process.RunningProcess;
import dockdiag.probes.socket.Socket;
import dockdiag.probes.socket.SocketsProbe;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What listens and what is connected inside a container.
@Command(
    name = "netstat",
    description = "what listens and what is connected inside, whatever tools the image lacks",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  dockdiag netstat mysql"})
public final class NetstatCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(paramLabel = "CONTAINER", description = "its name, its id, or a unique beginning")
  private String typed = "";

  private final Work work;

  /// Carried out with this.
  public NetstatCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Session session = work.session(options);
    try {
      SocketTable table = look(session);
      String text =
          switch (options.format()) {
            case text -> table.text();
            case json -> table.json();
          };
      new Publishing(work, options, session).publish(text);
      return ExitCode.OK.status();
    } catch (Unobservable failure) {
      throw new Stop(
          ExitCode.INCONCLUSIVE,
          Obstacle.of(failure, session.endpoint(), options.timeout().toMillis() + " ms").line());
    }
  }

  private SocketTable look(Session session) throws Unobservable {
    Flow flow = Flow.to(Named.container(typed, session.facts()));
    Container container = session.facts().get(flow.inspect());
    if (!container.hasProcess()) {
      throw new Stop(ExitCode.USAGE, Texts.say("not.running", Untrusted.shown(container.name())));
    }
    Namespace inside = flow.inside(container);
    session.facts().prepare(List.of(new SocketsProbe(inside), new ProcessesProbe(inside)));
    List<Socket> sockets = session.facts().get(new SocketsProbe(inside));
    return new SocketTable(container.name(), sockets, processes(session, inside));
  }

  /// None where only root may see which process holds which socket.
  private List<RunningProcess> processes(Session session, Namespace inside) {
    try {
      return session.facts().get(new ProcessesProbe(inside));
    } catch (Unobservable notRoot) {
      work.streams().err().println("dockdiag: " + notRoot.detail());
      return List.of();
    }
  }
}

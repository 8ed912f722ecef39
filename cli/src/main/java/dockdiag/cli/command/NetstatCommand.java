package dockdiag.cli.command;

import dockdiag.cli.report.Unseen;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Stop;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.Flow;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
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
    Container container = container(session);
    if (!container.hasProcess()) {
      throw new Stop(ExitCode.USAGE, Texts.say("not.running", container.name()));
    }
    SocketTable table = table(container, session);
    String text =
        switch (options.format()) {
          case text -> table.text();
          case json -> table.json();
          case markdown -> table.markdown();
          case html -> table.html();
          case junit -> throw options.format().unfit("netstat");
        };
    new Publishing(work, options, session).publish(text);
    return ExitCode.OK.status();
  }

  private Container container(Session session) {
    try {
      return session.facts().get(new ContainerProbe(Named.container(typed, session.facts())));
    } catch (Unobservable failure) {
      String timeout = options.timeout().toMillis() + " ms";
      String line = Obstacle.of(failure, session.endpoint(), timeout).line();
      throw new Stop(ExitCode.INCONCLUSIVE, line);
    }
  }

  private SocketTable table(Container container, Session session) {
    try {
      return look(container, session);
    } catch (Unobservable failure) {
      throw new Stop(ExitCode.INCONCLUSIVE, Unseen.line(failure));
    }
  }

  private SocketTable look(Container container, Session session) throws Unobservable {
    Namespace inside = Flow.to(container.name()).inside(container);
    session.facts().prepare(List.of(new SocketsProbe(inside), new ProcessesProbe(inside)));
    List<Socket> sockets = session.facts().get(new SocketsProbe(inside));
    return new SocketTable(container.name(), sockets, processes(session, inside));
  }

  /// None where only root may see which process holds which socket.
  private List<RunningProcess> processes(Session session, Namespace inside) {
    try {
      return session.facts().get(new ProcessesProbe(inside));
    } catch (Unobservable notRoot) {
      work.streams().err().println("dockdiag: " + Untrusted.shown(Unseen.line(notRoot)));
      return List.of();
    }
  }
}

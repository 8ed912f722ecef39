package dockdiag.cli.command;

import dockdiag.cli.path.Asking;
import dockdiag.cli.path.TraceReport;
import dockdiag.cli.report.Unseen;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Stop;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Every namespace, rule and decision of the kernel on the way of a packet and of its answer.
@Command(
    name = "trace",
    description = "every hop and every rule that the packet meets, and the answer to it",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  dockdiag trace outside mysql                   to its published port, by anybody",
      "  dockdiag trace 192.0.2.7 mysql:3306            by that client",
      "  dockdiag trace web mysql:3306                  from one container to another",
      "  dockdiag trace web mysql                       the same of a ping",
      "  dockdiag trace host 10.5.0.2:53/udp            from the host, to an address",
      "  dockdiag trace web host:8080                   from a container to the host",
      "  dockdiag trace outside mysql --format markdown a table for a ticket",
      "",
      "Nothing is sent. Exit status: 0 it is answered or leaves the host, 1 it is stopped,",
      "3 undecided."
    })
public final class TraceCommand implements Callable<Integer> {

  @Mixin private DiagnosisOptions options = new DiagnosisOptions();

  @Parameters(
      index = "0",
      paramLabel = "FROM",
      description = "outside, host, an address, or a container")
  private String from = "";

  @Parameters(
      index = "1",
      paramLabel = "TO[:PORT[/PROTO]]",
      description = "a container, host, or an address; IPv6 addresses in brackets")
  private String to = "";

  private final Work work;

  /// Carried out with this.
  public TraceCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    Session session = work.session(options);
    TraceReport report = traced(session);
    if (report.code() == ExitCode.INCONCLUSIVE) {
      String line = session.masked(report.sentence());
      work.streams().err().println("dockdiag: " + Untrusted.shown(line));
    }
    new Publishing(work, options, session)
        .publish(
            switch (options.format()) {
              case text -> report.text();
              case json -> report.json();
              case markdown -> report.markdown();
              case html -> report.html();
              case junit -> report.junit();
            });
    return report.code().status();
  }

  private TraceReport traced(Session session) {
    Facts facts = session.facts();
    ExchangeOf asked;
    try {
      Asking asking = new Asking(facts, typed -> Named.container(typed, facts), options.from());
      asked = asking.of(from, to);
    } catch (Unobservable failure) {
      String timeout = options.timeout().toMillis() + " ms";
      throw new Stop(
          ExitCode.INCONCLUSIVE, Obstacle.of(failure, session.endpoint(), timeout).line());
    }
    try {
      return new TraceReport(from, to, asked, facts.infer(asked));
    } catch (Unobservable failure) {
      throw new Stop(ExitCode.INCONCLUSIVE, Unseen.line(failure));
    }
  }
}

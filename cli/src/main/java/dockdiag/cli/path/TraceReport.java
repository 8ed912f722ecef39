package dockdiag.cli.path;

import dockdiag.cli.report.JsonText;
import dockdiag.cli.report.JunitXml;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.ExitCode;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.exchange.Steps;
import java.util.List;
import java.util.Map;

/// A trace, as it is printed.
///
/// @param from the words of the command line, as `to` is
public record TraceReport(String from, String to, ExchangeOf asked, Exchange exchange) {

  /// For people.
  public String text() {
    return new TraceText(this).toString();
  }

  /// For tickets: a table that pastes into GitHub.
  public String markdown() {
    return new TraceMarkdown(this).toString();
  }

  /// For a browser.
  public String html() {
    return new TraceHtml(this).toString();
  }

  /// For gates of builds: one case, which fails where a packet is stopped.
  public String junit() {
    JunitXml.End end =
        switch (code()) {
          case OK -> JunitXml.End.PASSED;
          case FOUND -> JunitXml.End.FAILURE;
          default -> JunitXml.End.ERROR;
        };
    JunitXml.Case one =
        new JunitXml.Case(
            from + " " + to, "trace", 0, end, sentence(), new TraceText(this).toString());
    return JunitXml.of(question(), Map.of(), List.of(one));
  }

  /// For programs.
  public String json() {
    return JsonText.of(new TraceJson(this).tree());
  }

  /// 1 where a packet is stopped.
  public ExitCode code() {
    return switch (TraceEnd.of(exchange.end())) {
      case ANSWERED, AWAY -> ExitCode.OK;
      case REFUSED, STOPPED, NOBODY -> ExitCode.FOUND;
      case UNDECIDED -> ExitCode.INCONCLUSIVE;
    };
  }

  /// Everything that happens, in order.
  List<PathStep> steps() {
    return Steps.of(exchange);
  }

  /// How it ends, in one sentence.
  public String sentence() {
    return Untrusted.shown(TraceEnd.sentence(exchange.end(), asked));
  }

  /// Who asks whom: `tcp 203.0.113.7 -> 198.51.100.1:3306`.
  String question() {
    return Untrusted.shown(PathTexts.say("question", from, to, asked.protocol(), asked.asked()));
  }
}

package dockdiag.cli.shell;

import dockdiag.cli.command.Told;
import dockdiag.cli.report.Markdown;
import dockdiag.cli.report.MarkdownReport;
import dockdiag.cli.report.Report;
import dockdiag.cli.session.Session;
import dockdiag.cli.session.Texts;
import dockdiag.playbooks.CommandLine;
import dockdiag.probes.host.Redaction;
import java.io.IOException;
import java.util.List;
import org.jline.utils.AttributedString;

/// The whole session as Markdown: each question, and what was answered.
///
/// It is written down question by question: a report is kept as text, without the host's facts.
final class Ticket {

  private final StringBuilder text = new StringBuilder();

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// A question that came to a report.
  void add(List<String> words, Told told) {
    heading(words);
    Session session = told.session();
    String report = session.masked(written(told.report()));
    boolean leaks = session.redaction().map(masks -> masks.leaks(report)).orElse(false);
    text.append(leaks ? Texts.say("secret.leaks", "the report") + "\n" : report);
  }

  /// One that was answered otherwise.
  void add(List<String> words, String said) {
    heading(words);
    List<String> lines = AttributedString.stripAnsi(said).lines().toList();
    text.append(new Markdown().block("text", lines));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void heading(List<String> words) {
    String command = CommandLine.of(words.toArray(String[]::new));
    text.append(text.isEmpty() ? "" : "\n")
        .append(
            new Markdown()
                .line("# " + Markdown.code("dockdiag " + new Redaction().text(command)))
                .blank());
  }

  private static String written(Report report) {
    StringBuilder text = new StringBuilder();
    try {
      new MarkdownReport().write(report, text);
    } catch (IOException impossible) {
      throw new IllegalStateException("a StringBuilder does not fail", impossible);
    }
    return text.toString();
  }
}

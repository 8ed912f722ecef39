package dockdiag.cli.command;

import dockdiag.cli.report.HtmlPage;
import dockdiag.cli.report.JsonText;
import dockdiag.cli.report.Markdown;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Fault;
import dockdiag.playbooks.symptom.Playbooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// All diagnoses that there are.
@Command(
    name = "list",
    description = "all diagnoses that there are",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  dockdiag list --format json"})
public final class ListCommand implements Callable<Integer> {

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "one of ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private DiagnosisOptions.Format format = DiagnosisOptions.Format.text;

  private static final List<String> HEAD = List.of("ID", "what is wrong");

  private final Work work;

  /// Carried out with this.
  public ListCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    work.streams().out().print(written());
    work.streams().out().flush();
    return 0;
  }

  private String written() {
    List<Fault> faults = Playbooks.faults();
    return switch (format) {
      case text -> text(faults);
      case json -> json(faults);
      case markdown -> markdown(faults);
      case html -> html(faults);
      case junit -> throw format.unfit("list");
    };
  }

  private static String text(List<Fault> faults) {
    int width = faults.stream().mapToInt(fault -> fault.slug().length()).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    for (Fault fault : faults) {
      lines.append(fault.slug()).repeat(' ', width - fault.slug().length() + 2);
      lines.append(title(fault)).append('\n');
    }
    return lines.toString();
  }

  private static String markdown(List<Fault> faults) {
    Markdown table = new Markdown().head(HEAD);
    faults.forEach(
        fault -> table.row(List.of(Markdown.cell(fault.slug()), Markdown.plain(title(fault)))));
    return table.toString();
  }

  private static String html(List<Fault> faults) {
    List<List<String>> rows =
        faults.stream().map(fault -> List.of(fault.slug(), title(fault))).toList();
    return HtmlPage.of("dockdiag list", "", HEAD, rows);
  }

  private static String json(List<Fault> faults) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schema", "dockdiag.list/1");
    document.put(
        "diagnoses",
        faults.stream()
            .map(fault -> new Entry(fault.slug(), title(fault), Playbooks.lookingFor(fault)))
            .toList());
    return JsonText.of(document);
  }

  private static String title(Fault fault) {
    return Explanation.of(fault, "en").title();
  }

  /// @param commands those that look for it
  private record Entry(String id, String title, List<String> commands) {}
}

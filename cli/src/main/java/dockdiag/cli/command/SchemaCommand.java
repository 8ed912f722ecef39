package dockdiag.cli.command;

import dockdiag.cli.report.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// The form of JSON reports.
@Command(
    name = "schema",
    description = "the JSON Schema of reports in JSON",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  dockdiag schema > report-1.schema.json"})
public final class SchemaCommand implements Callable<Integer> {

  private final Work work;

  /// Carried out with this.
  public SchemaCommand(Work work) {
    this.work = work;
  }

  @Override
  public Integer call() {
    try (InputStream in = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
      work.streams().out().print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    work.streams().out().flush();
    return 0;
  }
}

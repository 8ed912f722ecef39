package dockdiag.cli.path;

import com.google.gson.JsonObject;
import dockdiag.cli.report.JsonReport;

/// A trace for programs, `dockdiag.trace/1`; its path is that of reports.
final class TraceJson {

  private final TraceReport report;

  TraceJson(TraceReport report) {
    this.report = report;
  }

  JsonObject tree() {
    JsonObject tree = new JsonObject();
    tree.addProperty("schema", "dockdiag.trace/1");
    tree.addProperty("from", report.from());
    tree.addProperty("to", report.asked().asked());
    tree.addProperty("protocol", report.asked().protocol());
    tree.addProperty("end", TraceEnd.of(report.exchange().end()).toString());
    tree.addProperty("sentence", report.sentence());
    tree.add("path", JsonReport.path(report.steps()));
    return tree;
  }
}

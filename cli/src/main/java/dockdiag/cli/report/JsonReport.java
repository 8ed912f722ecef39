package dockdiag.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dockdiag.cli.diagram.TopologyJson;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Overview;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The report for machines, `dockdiag.report/1`: what `report-1.schema.json` describes.
public final class JsonReport implements ReportWriter {

  private static final String SCHEMA = "dockdiag.report/1";
  private static final long MICROS_OF_A_MILLISECOND = 1000;

  @Override
  public void write(Report report, Appendable target) throws IOException {
    JsonText.write(tree(report, new Wording(new Sentences())), target);
  }

  private static JsonObject tree(Report report, Wording wording) {
    Diagnosis diagnosis = report.diagnosis();
    JsonObject tree = new JsonObject();
    tree.addProperty("schema", SCHEMA);
    tree.addProperty("tool", report.tool());
    tree.addProperty("time", report.time().toString());
    tree.addProperty("command", report.command());
    tree.add("host", object(report.host()));
    tree.addProperty("verdict", diagnosis.verdict().toString());
    tree.add("diagnoses", new JsonDiagnoses(wording).of(diagnosis.found()));
    tree.add("reach", reach(diagnosis));
    if (!diagnosis.stages().isEmpty()) {
      tree.add("stages", stages(diagnosis));
    }
    tree.add("checks", checks(diagnosis, wording));
    tree.add("path", path(diagnosis.path()));
    tree.add("missing", missing(diagnosis, wording));
    report.topology().ifPresent(topology -> tree.add("tree", TopologyJson.of(topology)));
    if (!diagnosis.overview().isEmpty()) {
      tree.add("overview", overview(diagnosis));
    }
    if (diagnosis.ignored() > 0) {
      tree.addProperty("ignored", diagnosis.ignored());
    }
    return tree;
  }

  private static JsonArray overview(Diagnosis diagnosis) {
    JsonArray tables = new JsonArray();
    for (Overview overview : diagnosis.overview()) {
      JsonArray rows = new JsonArray();
      for (List<String> row : overview.rows()) {
        JsonObject cells = new JsonObject();
        for (int i = 0; i < row.size(); i++) {
          cells.addProperty(overview.columns().get(i), row.get(i));
        }
        rows.add(cells);
      }
      JsonObject table = new JsonObject();
      table.addProperty("about", overview.key());
      table.add("rows", rows);
      tables.add(table);
    }
    return tables;
  }

  private static JsonArray reach(Diagnosis diagnosis) {
    JsonArray rows = new JsonArray();
    diagnosis.reach().forEach(row -> rows.add(row(row)));
    return rows;
  }

  private static JsonObject row(Reach row) {
    JsonObject json = new JsonObject();
    json.addProperty("from", row.from());
    json.addProperty("family", row.family());
    json.addProperty("protocol", row.protocol());
    json.addProperty("to", row.to());
    json.addProperty("outcome", row.outcome().map(Reach.Fate::toString).orElse("unknown"));
    row.at().ifPresent(at -> json.addProperty("at", at.toString()));
    row.predicted().ifPresent(fate -> json.addProperty("predicted", fate.toString()));
    row.observed().ifPresent(fate -> json.addProperty("observed", fate.toString()));
    json.add("subject", subject(row.subject()));
    return json;
  }

  private static JsonArray stages(Diagnosis diagnosis) {
    JsonArray stages = new JsonArray();
    for (Evidence one : diagnosis.stages()) {
      JsonObject stage = new JsonObject();
      stage.addProperty("source", one.source());
      stage.addProperty("fact", one.fact());
      stage.addProperty("byHand", one.byHand());
      stages.add(stage);
    }
    return stages;
  }

  private static JsonArray checks(Diagnosis diagnosis, Wording wording) {
    JsonArray checks = new JsonArray();
    for (Examined examined : diagnosis.checks()) {
      JsonObject check = new JsonObject();
      check.addProperty("id", examined.slug());
      check.add("subject", subject(examined.subject()));
      check.addProperty("status", Status.of(examined.outcome()).toString());
      check.addProperty("detail", wording.detail(examined));
      check.addProperty("millis", examined.micros() / MICROS_OF_A_MILLISECOND);
      checks.add(check);
    }
    return checks;
  }

  /// The way of a packet, step by step.
  public static JsonArray path(List<PathStep> steps) {
    JsonArray path = new JsonArray();
    for (PathStep step : steps) {
      JsonObject json = new JsonObject();
      json.addProperty("direction", step.direction().name().toLowerCase(Locale.ROOT));
      json.addProperty("where", step.where());
      json.addProperty("stage", step.stage());
      json.addProperty("rule", step.rule());
      json.addProperty("ref", step.ref());
      json.addProperty("verdict", step.verdict());
      step.packets().ifPresent(packets -> json.addProperty("packets", packets));
      path.add(json);
    }
    return path;
  }

  private static JsonArray missing(Diagnosis diagnosis, Wording wording) {
    JsonArray all = new JsonArray();
    for (Missing missing : Missing.of(diagnosis)) {
      JsonObject one = new JsonObject();
      one.addProperty("probe", missing.probe());
      one.addProperty("reason", wording.reason(missing.reason()));
      one.addProperty("remedy", wording.remedy(missing.reason()));
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return all;
  }

  static JsonObject subject(Subject subject) {
    return object(subject.parts());
  }

  private static JsonObject object(Map<String, String> members) {
    JsonObject json = new JsonObject();
    members.forEach(json::addProperty);
    return json;
  }
}

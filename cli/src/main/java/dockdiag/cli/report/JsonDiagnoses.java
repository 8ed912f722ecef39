package dockdiag.cli.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was found, as JSON.
final class JsonDiagnoses {

  private final Wording wording;

  JsonDiagnoses(Wording wording) {
    this.wording = wording;
  }

  JsonArray of(List<Diagnosed> found) {
    JsonArray diagnoses = new JsonArray();
    found.forEach(one -> diagnoses.add(diagnosis(one)));
    return diagnoses;
  }

  private JsonObject diagnosis(Diagnosed one) {
    Finding finding = one.finding();
    JsonObject json = new JsonObject();
    json.addProperty("id", one.slug());
    json.addProperty("severity", finding.severity().toString());
    json.addProperty("confidence", finding.confidence().toString());
    json.addProperty("rootCause", one.role() == Diagnosed.Role.ROOT_CAUSE);
    json.add("subject", JsonReport.subject(finding.subject()));
    json.addProperty("summary", wording.summary(one));
    json.add("evidence", evidence(finding));
    json.add("fixes", fixes(one));
    json.add("causes", strings(one.causes()));
    return json;
  }

  private static JsonArray evidence(Finding finding) {
    JsonArray all = new JsonArray();
    for (Evidence evidence : finding.evidence()) {
      JsonObject json = new JsonObject();
      json.addProperty("source", evidence.source());
      json.addProperty("fact", evidence.fact());
      json.addProperty("byHand", evidence.byHand());
      all.add(json);
    }
    return all;
  }

  private JsonArray fixes(Diagnosed one) {
    JsonArray all = new JsonArray();
    for (Remedy remedy : one.finding().remedies()) {
      JsonObject json = new JsonObject();
      json.addProperty("text", wording.fix(one, remedy));
      json.add("commands", strings(remedy.commands()));
      json.addProperty("automatic", remedy.run() == Remedy.Run.AUTOMATIC);
      json.addProperty("impact", impact(one, remedy));
      json.add("undo", strings(remedy.undo()));
      json.addProperty("persists", remedy.lasts() == Remedy.Lasts.PERSISTS);
      json.add("survives", survives(remedy.lasts()));
      json.addProperty("proven", remedy.proof() == Remedy.Proof.PROVEN);
      all.add(json);
    }
    return all;
  }

  private String impact(Diagnosed one, Remedy remedy) {
    return Stream.concat(
            Stream.of(wording.impact(one, remedy)).filter(text -> !text.isEmpty()),
            wording.effects(remedy).stream())
        .collect(Collectors.joining(" "));
  }

  private static JsonArray strings(List<String> all) {
    JsonArray json = new JsonArray();
    all.forEach(json::add);
    return json;
  }

  private static JsonObject survives(Remedy.Lasts lasts) {
    JsonObject json = new JsonObject();
    json.addProperty("engineRestart", lasts.survivesEngine());
    json.addProperty("firewallReload", lasts.survivesReload());
    json.addProperty("reboot", lasts == Remedy.Lasts.PERSISTS);
    return json;
  }
}

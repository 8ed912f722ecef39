package dockdiag.probes.host;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.BundleHeader.Secrets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// `manifest.json`: what a bundle says of itself and of each answer.
///
/// Its readers throw what gson throws on strange JSON; [BundleReader] turns that into one line.
final class BundleManifest {

  static final String NAME = "manifest.json";
  static final String SCHEMA = "dockdiag.bundle/1";

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private BundleManifest() {}

  static String write(EvidenceBundle bundle) {
    BundleHeader header = bundle.header();
    JsonObject manifest = new JsonObject();
    manifest.addProperty("schema", SCHEMA);
    manifest.addProperty("tool", header.tool());
    manifest.add("command", GSON.toJsonTree(header.commandLine()));
    manifest.addProperty("time", header.time().toString());
    manifest.add("host", GSON.toJsonTree(header.host()));
    manifest.addProperty("redacted", header.secrets() == Secrets.MASKED);
    JsonArray entries = new JsonArray();
    bundle.entries().values().forEach(entry -> entries.add(json(entry)));
    manifest.add("entries", entries);
    return GSON.toJson(manifest) + "\n";
  }

  static JsonObject parse(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static BundleHeader header(JsonObject manifest) {
    boolean redacted = manifest.get("redacted").getAsBoolean();
    return new BundleHeader(
        manifest.get("tool").getAsString(),
        strings(manifest.getAsJsonArray("command")),
        Instant.parse(manifest.get("time").getAsString()),
        strings(manifest.getAsJsonObject("host")),
        redacted ? Secrets.MASKED : Secrets.RAW);
  }

  /// An entry, the body yet to be filled in where there was an answer.
  static Entry entry(JsonObject json) {
    String name = json.get("name").getAsString();
    Map<String, String> request = strings(json.getAsJsonObject("request"));
    if (json.get("unobservable") instanceof JsonObject failure) {
      return new Entry.Unanswered(
          name,
          request,
          Reason.valueOf(failure.get("reason").getAsString()),
          failure.get("detail").getAsString());
    }
    int status = json.get("status").getAsInt();
    return new Entry.Answered(
        name, request, new Response(status, "", json.get("micros").getAsLong()));
  }

  private static JsonObject json(Entry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("name", entry.name());
    json.add("request", GSON.toJsonTree(new TreeMap<>(entry.request())));
    switch (entry) {
      case Entry.Answered(_, _, Response response) -> {
        json.addProperty("status", response.status());
        json.addProperty("micros", response.micros());
        json.addProperty("sha256", Sha256.of(response.body()));
        json.addProperty("truncated", false);
      }
      case Entry.Unanswered(_, _, Reason reason, String detail) -> {
        JsonObject failure = new JsonObject();
        failure.addProperty("reason", reason.name());
        failure.addProperty("detail", detail);
        json.add("unobservable", failure);
      }
    }
    return json;
  }

  private static List<String> strings(JsonArray array) {
    List<String> strings = new ArrayList<>();
    array.forEach(element -> strings.add(element.getAsString()));
    return strings;
  }

  private static SortedMap<String, String> strings(JsonObject object) {
    SortedMap<String, String> strings = new TreeMap<>();
    for (Map.Entry<String, JsonElement> field : object.entrySet()) {
      strings.put(field.getKey(), field.getValue().getAsString());
    }
    return strings;
  }
}

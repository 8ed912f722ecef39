package dockdiag.cli.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dockdiag.cli.Spoken;
import dockdiag.testenv.DockerHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What dockdiag's report says of a lab host as it is now.
///
/// @param status how the command ended
record Asked(int status, JsonObject report) {

  /// Carries out the command line, `ports web --from 198.51.100.2`.
  static Asked of(DockerHost host, String command) {
    String[] words =
        Stream.concat(Stream.of(command.split(" ")), Stream.of("--format", "json"))
            .toArray(String[]::new);
    Spoken spoken = Spoken.in(Map.of("DOCKER_HOST", "unix://" + host.socket()), words);
    if (spoken.out().isEmpty()) {
      throw new IllegalStateException(command + ": " + spoken.err());
    }
    return said(spoken.status(), spoken.out());
  }

  /// What a command said that was carried out elsewhere.
  static Asked said(int status, String out) {
    return new Asked(status, JsonParser.parseString(out).getAsJsonObject());
  }

  String verdict() {
    return report.get("verdict").getAsString();
  }

  /// What was found.
  List<JsonObject> diagnoses() {
    return objects(report, "diagnoses");
  }

  /// What was found and does not go away with something else.
  List<JsonObject> causes() {
    Set<String> brought =
        diagnoses().stream()
            .flatMap(one -> one.getAsJsonArray("causes").asList().stream())
            .map(JsonElement::getAsString)
            .collect(Collectors.toSet());
    return diagnoses().stream().filter(one -> !brought.contains(id(one))).toList();
  }

  static String id(JsonObject diagnosis) {
    return diagnosis.get("id").getAsString();
  }

  static List<String> evidence(JsonObject diagnosis) {
    return objects(diagnosis, "evidence").stream().map(one -> text(one, "fact")).toList();
  }

  /// The commands that mend it as they stand, where there are such.
  static Optional<List<String>> automatic(JsonObject diagnosis) {
    return objects(diagnosis, "fixes").stream()
        .filter(fix -> fix.get("automatic").getAsBoolean())
        .map(fix -> fix.getAsJsonArray("commands").asList())
        .map(commands -> commands.stream().map(JsonElement::getAsString).toList())
        .findFirst();
  }

  static String text(JsonObject object, String member) {
    return object.get(member).getAsString();
  }

  static List<JsonObject> objects(JsonObject object, String member) {
    JsonArray all = object.getAsJsonArray(member);
    return all.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}

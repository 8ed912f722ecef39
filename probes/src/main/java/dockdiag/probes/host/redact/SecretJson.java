package dockdiag.probes.host.redact;

import static dockdiag.probes.host.redact.Secrets.MASK;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Masks secrets in the engine's JSON; numbers, names, states and addresses stay as they are.
final class SecretJson {

  private static final Set<String> ARGUMENTS =
      Set.of("Cmd", "Args", "Entrypoint", "Test", "Command", "Shell", "OnBuild");
  /// Members that hold networks, services and the like by their names: `auth_default` is no secret.
  private static final Set<String> NAMED = Set.of("Containers", "Networks", "Services", "Volumes");

  private static final Set<String> NAMES =
      Set.of(
          "Name",
          "Names",
          "Hostname",
          "Domainname",
          "Image",
          "RepoTags",
          "RepoDigests",
          "Aliases",
          "DNSNames",
          "User",
          "NetworkMode",
          "Driver",
          "Id",
          "ID",
          "ContainerID",
          "Path");
  private static final Set<String> NAMED_BY_KEY = Set.of("Networks", "Containers", "Volumes");

  private final Secrets secrets;
  private final SecretText text;

  SecretJson(Secrets secrets, SecretText text) {
    this.secrets = secrets;
    this.text = text;
  }

  /// The same tree with secrets masked.
  JsonElement mask(JsonElement json) {
    learnNames(json, "");
    return masked(json, "");
  }

  /// The same tree without what is known to be a secret by now.
  JsonElement sweep(JsonElement json) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject swept = new JsonObject();
        object.asMap().forEach((key, value) -> swept.add(secrets.sweep(key), sweep(value)));
        yield swept;
      }
      case JsonArray array -> {
        JsonArray swept = new JsonArray();
        array.forEach(element -> swept.add(sweep(element)));
        yield swept;
      }
      case JsonPrimitive value when value.isString() ->
          new JsonPrimitive(secrets.sweep(value.getAsString()));
      default -> json;
    };
  }

  private JsonElement masked(JsonElement json, String key) {
    return switch (json) {
      case JsonObject object -> object(object, NAMED.contains(key));
      case JsonArray array -> array(array, key);
      case JsonPrimitive value when value.isString() -> string(value.getAsString(), key);
      default -> json;
    };
  }

  /// @param named whether its members are called as somebody called a thing, not as what it holds
  private JsonElement object(JsonObject object, boolean named) {
    JsonObject masked = new JsonObject();
    for (Map.Entry<String, JsonElement> field : object.entrySet()) {
      String key = field.getKey();
      masked.add(
          secrets.sweep(key),
          !named && SecretKeys.isSecret(key)
              ? hidden(field.getValue())
              : masked(field.getValue(), key));
    }
    return masked;
  }

  private JsonElement array(JsonArray array, String key) {
    List<String> words = strings(array);
    if (words.size() < array.size()) {
      JsonArray masked = new JsonArray();
      array.forEach(element -> masked.add(masked(element, key)));
      return masked;
    }
    if (key.equalsIgnoreCase("env")) {
      return json(words.stream().map(this::variable).toList());
    }
    return json(
        ARGUMENTS.contains(key) ? arguments(words) : words.stream().map(text::mask).toList());
  }

  private JsonElement string(String value, String key) {
    boolean name = NAMES.contains(key);
    return new JsonPrimitive(secrets.sweep(name ? value : text.mask(value)));
  }

  // everything below a name for secrets: a join token has a worker's and a manager's
  private JsonElement hidden(JsonElement json) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject hidden = new JsonObject();
        object.asMap().forEach((key, value) -> hidden.add(key, hidden(value)));
        yield hidden;
      }
      case JsonArray array -> {
        JsonArray hidden = new JsonArray();
        array.forEach(element -> hidden.add(hidden(element)));
        yield hidden;
      }
      case JsonPrimitive value when value.isString() && !value.getAsString().isEmpty() -> {
        secrets.remember(value.getAsString());
        yield new JsonPrimitive(MASK);
      }
      default -> json;
    };
  }

  private String variable(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 0 || equals == assignment.length() - 1) {
      return assignment;
    }
    String name = assignment.substring(0, equals);
    String value = assignment.substring(equals + 1);
    if (SecretKeys.isHarmless(name) || name.toUpperCase(Locale.ROOT).endsWith("_FILE")) {
      return name + "=" + text.mask(value);
    }
    if (SecretKeys.isSecret(name)) {
      secrets.remember(value);
    } else {
      text.mask(value); // remembers what a URL or a DSN carries
    }
    return name + "=" + MASK;
  }

  private List<String> arguments(List<String> words) {
    List<String> masked = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean secret =
          i > 0
              && words.get(i - 1).matches("--?[A-Za-z][\\w.-]*")
              && SecretKeys.isSecret(words.get(i - 1))
              && !words.get(i).startsWith("-");
      if (secret) {
        secrets.remember(words.get(i));
      }
      masked.add(secret ? MASK : text.mask(words.get(i)));
    }
    return shortOptions(words, masked);
  }

  // `mysqladmin ping -pSECRET`, `redis-cli -a SECRET`: told by the whole line alone
  private List<String> shortOptions(List<String> words, List<String> masked) {
    String line = text.mask(String.join(" ", words));
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < masked.size(); i++) {
      String word = masked.get(i);
      boolean shown = (" " + line + " ").contains(" " + words.get(i) + " ");
      hidden.add(word.equals(words.get(i)) && !shown && !word.contains(" ") ? shown(word) : word);
    }
    return hidden;
  }

  private String shown(String word) {
    boolean glued = word.matches("-[a-z].+");
    secrets.remember(glued ? word.substring(2) : word);
    return glued ? word.substring(0, 2) + MASK : MASK;
  }

  private void learnNames(JsonElement json, String key) {
    switch (json) {
      case JsonObject object -> {
        if (NAMED_BY_KEY.contains(key)) {
          object.keySet().forEach(secrets::name);
        }
        object.asMap().forEach((name, value) -> learnNames(value, name));
      }
      case JsonArray array -> array.forEach(element -> learnNames(element, key));
      case JsonPrimitive value when NAMES.contains(key) && value.isString() ->
          secrets.name(value.getAsString().replaceFirst("^/", ""));
      default -> {
        // no name
      }
    }
  }

  private static List<String> strings(JsonArray array) {
    List<String> strings = new ArrayList<>();
    for (JsonElement element : array) {
      if (element instanceof JsonPrimitive value && value.isString()) {
        strings.add(value.getAsString());
      }
    }
    return strings;
  }

  private JsonArray json(List<String> words) {
    JsonArray array = new JsonArray();
    words.forEach(word -> array.add(secrets.sweep(word)));
    return array;
  }
}

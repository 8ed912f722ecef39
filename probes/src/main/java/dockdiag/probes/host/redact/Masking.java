package dockdiag.probes.host.redact;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/// Masks one answer after another, with one memory of secrets.
public final class Masking {

  private final Secrets secrets;
  private final SecretText text;
  private final SecretJson json;

  /// @param secrets what is met is added to it
  public Masking(Secrets secrets) {
    this.secrets = secrets;
    this.text = new SecretText(secrets);
    this.json = new SecretJson(secrets, text);
  }

  /// Free text, or JSON, which stays JSON.
  public String mask(String answer) {
    return parsed(answer).map(tree -> masked(answer, tree)).orElseGet(() -> prose(answer));
  }

  /// The same without what is known to be a secret by now.
  public String sweep(String answer) {
    return parsed(answer)
        .map(tree -> changed(answer, tree, json.sweep(tree)))
        .orElseGet(() -> secrets.sweep(answer));
  }

  private String prose(String answer) {
    return secrets.sweep(text.mask(answer));
  }

  private String masked(String answer, JsonElement tree) {
    return changed(answer, tree, json.mask(tree));
  }

  // untouched answers stay as the engine wrote them, byte for byte
  private static String changed(String answer, JsonElement before, JsonElement after) {
    return after.equals(before) ? answer : after.toString();
  }

  private static Optional<JsonElement> parsed(String answer) {
    String start = answer.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonParser.parseString(answer));
    } catch (JsonParseException prose) {
      return Optional.empty();
    }
  }
}

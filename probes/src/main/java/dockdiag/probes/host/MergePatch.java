package dockdiag.probes.host;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/// JSON Merge Patch, RFC 7396.
final class MergePatch {

  private MergePatch() {}

  static JsonElement apply(JsonElement target, JsonElement patch) {
    if (!patch.isJsonObject()) {
      return patch.deepCopy();
    }
    JsonObject merged =
        target.isJsonObject() ? target.getAsJsonObject().deepCopy() : new JsonObject();
    patch
        .getAsJsonObject()
        .asMap()
        .forEach(
            (name, change) -> {
              if (change.isJsonNull()) {
                merged.remove(name);
              } else {
                JsonElement before = merged.has(name) ? merged.get(name) : new JsonObject();
                merged.add(name, apply(before, change));
              }
            });
    return merged;
  }
}

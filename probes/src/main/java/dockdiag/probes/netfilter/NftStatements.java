package dockdiag.probes.netfilter;

import dockdiag.probes.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Understands the statements of a rule of nft, libnftables-json(5).
final class NftStatements {

  private NftStatements() {}

  static List<Statement> of(List<Json> all) {
    List<Statement> statements = new ArrayList<>();
    for (Json object : all) {
      object.members().forEach((name, value) -> statements.addAll(read(name, value)));
    }
    return List.copyOf(statements);
  }

  /// What of a statement is not understood makes all of it unmodelled.
  private static List<Statement> read(String name, Json value) {
    try {
      return name.equals("match") ? NftMatches.match(value) : NftTargets.target(name, value);
    } catch (IllegalArgumentException notUnderstood) {
      String text = "{\"" + name + "\":" + value.element() + "}";
      return List.of(
          name.equals("match") ? new Match.Unmodelled(text) : new Target.Unmodelled(text));
    }
  }

  /// The one member of an object.
  static Map.Entry<String, Json> only(Json object) {
    if (object.isObject() && object.members().size() == 1) {
      return object.members().entrySet().iterator().next();
    }
    throw new IllegalArgumentException("not one member: " + object.element());
  }
}

package dockdiag.probes.docker;

import dockdiag.probes.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Reads the engine's words for states and times.
final class Words {

  private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private Words() {}

  static <E extends Enum<E>> E word(Json json, E[] values) {
    for (E value : values) {
      if (value.name().equalsIgnoreCase(json.text())) {
        return value;
      }
    }
    throw json.misread("unknown");
  }

  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /// The engine writes Go's zero time where nothing has happened yet.
  static Optional<Instant> unlessNever(Instant instant) {
    return instant.equals(NEVER) ? Optional.empty() : Optional.of(instant);
  }
}

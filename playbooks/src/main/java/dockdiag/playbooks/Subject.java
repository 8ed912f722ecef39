package dockdiag.playbooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a finding is about, in named parts: `container=mysql`, `port=3306/tcp`.
public record Subject(Map<String, String> parts) {

  /// The part that says which host, where it is about nothing less.
  static final String HOST = "host";

  public Subject {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /// The host as a whole.
  public static Subject host(String name) {
    return new Subject(Map.of(HOST, name));
  }

  /// A container as a whole.
  public static Subject container(String name) {
    return new Subject(Map.of("container", name));
  }

  /// The same with one more part.
  public Subject with(String part, String value) {
    Map<String, String> more = new LinkedHashMap<>(parts);
    more.put(part, value);
    return new Subject(more);
  }

  /// The values alone, for people: `mysql 3306/tcp`.
  @Override
  public String toString() {
    return parts.values().stream().collect(Collectors.joining(" "));
  }
}

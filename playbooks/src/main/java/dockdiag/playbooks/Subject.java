package dockdiag.playbooks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

  /// Whether it is about more than the other, which is a part of it.
  public boolean isWiderThan(Subject other) {
    return !equals(other)
        && (parts.keySet().equals(Set.of(HOST))
            || other.parts.entrySet().containsAll(parts.entrySet()));
  }

  /// Whether a fault of the one may show on the other: a port's on its container and the reverse,
  /// never on another port; the host's on all that is on it.
  public boolean concerns(Subject other) {
    return equals(other) || isWiderThan(other) || parts.entrySet().containsAll(other.entries());
  }

  private Set<Map.Entry<String, String>> entries() {
    return parts.entrySet();
  }

  /// The values alone, for people: `mysql 3306/tcp`.
  @Override
  public String toString() {
    return parts.values().stream().collect(Collectors.joining(" "));
  }
}

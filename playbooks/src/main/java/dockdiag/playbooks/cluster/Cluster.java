package dockdiag.playbooks.cluster;

import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import java.util.Map;
import java.util.Optional;

/// A swarm as this host's engine knows it, or a part of it.
///
/// @param host this host's name; empty while it is not known yet
/// @param part empty: this host's place in the swarm as a whole
public record Cluster(String host, Optional<Part> part) implements Scope {

  /// What of it is meant.
  ///
  /// @param name a service's, or a network's or another node's
  public record Part(Kind kind, String name) {}

  /// What parts there are.
  public enum Kind {
    /// Another node.
    NODE("node"),
    /// An overlay network.
    NETWORK("network"),
    /// A service.
    SERVICE("service");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// All of it, of a host whose name is not known yet.
  public static final Cluster ALL = new Cluster("", Optional.empty());

  /// The same, of the host of that name.
  public Cluster on(String name) {
    return new Cluster(name, part);
  }

  /// That part of it.
  public Cluster of(Kind kind, String name) {
    return new Cluster(host, Optional.of(new Part(kind, name)));
  }

  /// The name of the part that is meant.
  public String name() {
    return part.orElseThrow().name();
  }

  @Override
  public Subject subject() {
    return part.map(one -> new Subject(Map.of(one.kind().word, one.name())))
        .orElseGet(() -> Subject.host(host));
  }
}

package dockdiag.playbooks.cluster;

import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import dockdiag.probes.net.Address;
import java.util.Map;
import java.util.Optional;

/// A swarm as this host's engine knows it, or a part of it.
///
/// @param host this host's name; empty while it is not known yet
/// @param part empty: this host's place in the swarm as a whole
public record Cluster(String host, Optional<Part> part) implements Scope {

  /// What of it is meant.
  ///
  /// @param name a service's, a network's or another node's, or the address or name that is meant
  public record Part(Kind kind, String name) {}

  /// What parts there are.
  public enum Kind {
    /// Another node.
    NODE("node"),
    /// An overlay network.
    NETWORK("network"),
    /// A service.
    SERVICE("service"),
    /// An address of an overlay network, which a container of another node answers at.
    ADDRESS("address"),
    /// What a container is called, as the nodes tell each other.
    NAME("name");

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

  /// Whether that kind of part is meant.
  public boolean isOf(Kind kind) {
    return part.filter(one -> one.kind() == kind).isPresent();
  }

  /// The address that is meant.
  public Optional<Address> address() {
    return isOf(Kind.ADDRESS) ? Address.parse(name()) : Optional.empty();
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

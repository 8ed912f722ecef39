package dockdiag.playbooks;

import dockdiag.probes.Namespace;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.Optional;

/// Who is to reach whom.
///
/// @param container the container that is asked about, by its name
/// @param port its own port, not the host's; empty for the container as a whole
/// @param client the outside client that complains, where it is known
/// @param caller who on the host asks; empty: whoever comes by a published port
public record Flow(
    String container, Optional<Port> port, Optional<Address> client, Optional<Caller> caller)
    implements Scope {

  /// Somebody on the host.
  ///
  /// @param container empty: the host itself
  /// @param to the address that is asked
  public record Caller(Optional<String> container, Address to) {}

  /// By a published port.
  public Flow(String container, Optional<Port> port, Optional<Address> client) {
    this(container, port, client, Optional.empty());
  }

  /// To the container as a whole.
  public static Flow to(String container) {
    return new Flow(container, Optional.empty(), Optional.empty());
  }

  /// The same, to one port.
  public Flow at(Port one) {
    return new Flow(container, Optional.of(one), client, caller);
  }

  /// The same, from that client.
  public Flow from(Address one) {
    return new Flow(container, port, Optional.of(one), caller);
  }

  /// The same, asked by that one.
  public Flow by(Caller one) {
    return new Flow(container, port, client, Optional.of(one));
  }

  /// What the engine says of the container.
  public ContainerProbe inspect() {
    return new ContainerProbe(container);
  }

  /// The container's own network namespace, while it has one.
  public Namespace inside(Container described) {
    return new Namespace.OfContainer(described.name(), described.state().pid());
  }

  @Override
  public Subject subject() {
    Subject whole = Subject.container(container);
    return port.map(one -> whole.with("port", one.toString())).orElse(whole);
  }

  /// A container that does not run has no port that could answer.
  @Override
  public boolean standsBefore() {
    return port.isEmpty();
  }
}

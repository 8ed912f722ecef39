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
public record Flow(String container, Optional<Port> port, Optional<Address> client)
    implements Scope {

  /// To the container as a whole.
  public static Flow to(String container) {
    return new Flow(container, Optional.empty(), Optional.empty());
  }

  /// The same, to one port.
  public Flow at(Port one) {
    return new Flow(container, Optional.of(one), client);
  }

  /// The same, from that client.
  public Flow from(Address one) {
    return new Flow(container, port, Optional.of(one));
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

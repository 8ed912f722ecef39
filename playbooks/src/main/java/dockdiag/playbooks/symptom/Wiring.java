package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Subject;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All networks of a host, one of them, or one container in it.
///
/// @param network its name; empty: all
/// @param id where one of several networks of that name is meant
/// @param container empty: the network as such
public record Wiring(Optional<String> network, Optional<String> id, Optional<String> container)
    implements Wired {

  /// All of them, and what they share.
  public static final Wiring ALL = new Wiring(Optional.empty(), Optional.empty(), Optional.empty());

  /// Those of that name.
  public static Wiring named(String name) {
    return new Wiring(Optional.of(name), Optional.empty(), Optional.empty());
  }

  /// That one alone.
  static Wiring of(DockerNetwork network) {
    return new Wiring(Optional.of(network.name()), Optional.of(network.id()), Optional.empty());
  }

  /// One container in it.
  public Wiring of(String name) {
    return new Wiring(network, id, Optional.of(name));
  }

  @Override
  public Subject subject() {
    Subject whole = new Subject(Map.of("network", network.orElse("all networks")));
    return container.map(name -> whole.with("container", name)).orElse(whole);
  }

  @Override
  public List<Cables> networks(Facts facts) throws Unobservable {
    return facts.infer(new TopologyOf()).networks().stream()
        .filter(cables -> isMeant(cables.network()))
        .toList();
  }

  @Override
  public List<Plug> plugs(Facts facts) throws Unobservable {
    return networks(facts).stream()
        .flatMap(cables -> cables.plugs().stream())
        .filter(plug -> container.map(plug.container().name()::equals).orElse(true))
        .toList();
  }

  private boolean isMeant(DockerNetwork one) {
    return network.map(one.name()::equals).orElse(true) && id.map(one.id()::equals).orElse(true);
  }
}

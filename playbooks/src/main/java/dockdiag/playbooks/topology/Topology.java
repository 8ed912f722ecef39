package dockdiag.playbooks.topology;

import java.util.List;

/// What hangs on what: every network of the engine, by name.
public record Topology(List<Cables> networks) {

  public Topology {
    networks = List.copyOf(networks);
  }

  /// The networks of that name alone.
  public Topology only(String name) {
    return new Topology(
        networks.stream().filter(cables -> cables.network().name().equals(name)).toList());
  }

  /// Every connection of one container.
  public List<Plug> of(String container) {
    return networks.stream()
        .flatMap(cables -> cables.plugs().stream())
        .filter(plug -> plug.container().name().equals(container))
        .toList();
  }
}

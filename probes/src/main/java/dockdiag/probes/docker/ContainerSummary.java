package dockdiag.probes.docker;

import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A container as the engine lists it, running or not, `docker ps --all`.
///
/// @param names without the slash before them; first its own, then `container/alias` of links
/// @param image as it was given when the container was made
/// @param published empty while it does not run
/// @param exposed declared and not published; empty while it does not run
/// @param endpoints its networks; after a failed start they keep an address that nobody has
public record ContainerSummary(
    String id,
    List<String> names,
    String image,
    Container.Status status,
    Map<String, String> labels,
    Set<Port> exposed,
    List<PublishedPort> published,
    NetworkMode networkMode,
    List<Endpoint> endpoints) {

  /// Its own name, or the id where it has lost its name.
  public String name() {
    return names.stream().filter(name -> name.indexOf('/') < 0).findFirst().orElse(id);
  }
}

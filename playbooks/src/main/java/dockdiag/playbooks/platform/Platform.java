package dockdiag.playbooks.platform;

import dockdiag.playbooks.Scope;
import dockdiag.playbooks.Subject;
import dockdiag.probes.Tree;
import dockdiag.probes.Tree.OfContainer;
import java.util.Map;

/// The host as what containers run on; or a container or an image on it.
///
/// @param tree the container's or the image's; the host's own where the host is meant
public record Platform(Tree tree) implements Scope {

  /// The host alone.
  public static final Platform HOST = new Platform(Tree.HOST);

  @Override
  public Subject subject() {
    return switch (tree) {
      case Tree.OfHost _ -> new Subject(Map.of("host", "host"));
      case OfContainer(String name) -> Subject.container(name);
      case Tree.OfImage(String name) -> new Subject(Map.of("image", name));
    };
  }

  /// Where the host cannot run containers, none can start.
  @Override
  public boolean standsBefore() {
    return tree instanceof Tree.OfHost;
  }

  /// The container's or the image's name.
  public String name() {
    return subject().toString();
  }
}

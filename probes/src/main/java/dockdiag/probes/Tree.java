package dockdiag.probes;

/// Whose file system is meant: the host's own, or what a container or an image has inside.
///
/// The text form is a part of an entry's name in an evidence bundle.
public sealed interface Tree {

  /// That of the engine's host.
  Tree HOST = new OfHost();

  /// The host's.
  record OfHost() implements Tree {
    @Override
    public String toString() {
      return "host";
    }
  }

  /// A container's, with its volumes, whether it runs or not.
  ///
  /// @param name its name or id
  record OfContainer(String name) implements Tree {
    @Override
    public String toString() {
      return "container " + name;
    }
  }

  /// An image's: what a container made of it would see first.
  ///
  /// @param name its name or id
  record OfImage(String name) implements Tree {
    @Override
    public String toString() {
      return "image " + name;
    }
  }
}

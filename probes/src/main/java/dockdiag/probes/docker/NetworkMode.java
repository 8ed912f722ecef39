package dockdiag.probes.docker;

/// What a container was told to be connected to, `HostConfig.NetworkMode`.
public sealed interface NetworkMode {

  /// Reads the engine's word for it.
  static NetworkMode of(String text) {
    return switch (text) {
      case "", "default", "bridge" -> new DefaultBridge();
      case "host" -> new OfHost();
      case "none" -> new None();
      default ->
          text.startsWith("container:")
              ? new OfContainer(text.substring("container:".length()))
              : new OfNetwork(text);
    };
  }

  /// The network `bridge`, whose containers have no names for each other.
  record DefaultBridge() implements NetworkMode {}

  /// The host's own network namespace.
  record OfHost() implements NetworkMode {}

  /// A network namespace with nothing but `lo`.
  record None() implements NetworkMode {}

  /// Another container's network namespace.
  ///
  /// @param idOrName that container; the engine stores the id
  record OfContainer(String idOrName) implements NetworkMode {}

  /// A network that somebody created.
  ///
  /// @param nameOrId that network, as it was given
  record OfNetwork(String nameOrId) implements NetworkMode {}
}

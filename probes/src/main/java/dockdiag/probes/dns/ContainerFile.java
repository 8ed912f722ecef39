package dockdiag.probes.dns;

import dockdiag.probes.Namespace;

/// How a file of the host or of a container is named to people.
final class ContainerFile {

  private ContainerFile() {}

  static String source(Namespace namespace, String path) {
    return namespace instanceof Namespace.OfContainer(String name, _)
        ? path + " of " + name
        : path + " of the host";
  }

  // docker cp needs no tool in the image; of a file it makes a tar archive
  static String byHand(Namespace namespace, String path) {
    return namespace instanceof Namespace.OfContainer(String name, _)
        ? "docker cp " + name + ":" + path + " - | tar -xO"
        : "cat " + path;
  }
}

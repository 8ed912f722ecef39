package dockdiag.probes;

/// Whose network, files and processes are meant.
///
/// The text form is the first part of an entry's name in an evidence bundle.
public sealed interface Namespace {

  /// dockdiag's own process, wherever it runs.
  Namespace SELF = new Self();

  /// The Docker host: the namespaces of the engine, which need not be those of dockdiag.
  Namespace HOST = new DockerHost();

  /// Of dockdiag itself.
  record Self() implements Namespace {
    @Override
    public String toString() {
      return "self";
    }
  }

  /// Of the engine.
  record DockerHost() implements Namespace {
    @Override
    public String toString() {
      return "host";
    }
  }

  /// Of one container: its network namespace, found by its first process.
  ///
  /// @param name the container's name, without the slash
  /// @param pid its first process as the engine numbers it, `State.Pid`
  record OfContainer(String name, int pid) implements Namespace {
    @Override
    public String toString() {
      return "netns/" + name;
    }
  }

  /// The network namespace in which the engine keeps its end of an overlay network: a bridge, and
  /// the VXLAN device between the nodes. It has no processes, and no files of its own.
  ///
  /// @param file its name below `/run/docker/netns`, `1-` and the beginning of the network's id
  record OfOverlay(String file) implements Namespace {
    @Override
    public String toString() {
      return "overlay/" + file;
    }
  }
}

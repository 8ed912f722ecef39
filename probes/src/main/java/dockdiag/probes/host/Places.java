package dockdiag.probes.host;

import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.engine.Endpoint;
import dockdiag.probes.host.engine.Engine;
import dockdiag.probes.host.kernel.NamespaceIdentity;
import dockdiag.probes.host.kernel.PeerCredentials;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.host.kernel.Place.Network;
import dockdiag.probes.host.kernel.TextFile;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where a namespace lies from here: the engine by its socket's peer, a container by its
/// first process as the engine numbers it.
final class Places {

  private static final Pattern CONTAINER_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SANDBOX = Pattern.compile("[0-9]{1,4}-[0-9a-z]{6,10}");
  private static final int FEW_CONTAINERS = 3;

  private final Engine engine;
  private final Network other;
  private final Map<Namespace.OfContainer, String> ids = new ConcurrentHashMap<>();
  private @Nullable Place host;

  /// @param other how a network namespace that is not ours is reached
  Places(Engine engine, Network other) {
    this.engine = engine;
    this.other = other;
  }

  Place of(Namespace namespace) throws Unobservable, IOException {
    return switch (namespace) {
      case Namespace.Self _ -> Place.SELF;
      case Namespace.DockerHost _ -> host();
      case Namespace.OfContainer container -> of(container);
      case Namespace.OfOverlay overlay -> of(overlay);
    };
  }

  /// The process behind the engine's socket; empty where the kernel does not tell.
  OptionalInt enginePid() throws Unobservable {
    if (engine.endpoint() instanceof Endpoint.UnixSocket socket) {
      int pid = PeerCredentials.of(socket.path()).pid();
      return pid > 0 ? OptionalInt.of(pid) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private synchronized Place host() throws Unobservable, IOException {
    if (host == null) {
      OptionalInt pid = enginePid();
      host = pid.isPresent() ? behind(pid.getAsInt()) : ours();
    }
    return host;
  }

  private Place behind(int pid) throws Unobservable, IOException {
    String process = "/proc/" + pid;
    boolean network = NamespaceIdentity.sameNetwork(process, "/proc/self");
    boolean mounts = NamespaceIdentity.sameMounts(process, "/proc/self");
    return new Place(
        "host",
        mounts ? "" : process + "/root",
        process + Place.NETNS,
        network ? "/proc/self" : process,
        network ? Network.OURS : other,
        mounts ? OptionalInt.empty() : OptionalInt.of(pid));
  }

  // without a peer our own view is the engine's only if its containers' processes are found in it
  private Place ours() throws Unobservable, IOException {
    List<String> ids = read("/containers/json", answer -> answer.items(it -> it.at("Id").text()));
    for (String id : ids.subList(0, Math.min(FEW_CONTAINERS, ids.size()))) {
      if (cgroup("", started(id).pid()).contains(id)) {
        return new Place(
            "host",
            "",
            "/proc/self" + Place.NETNS,
            "/proc/self",
            Network.OURS,
            OptionalInt.empty());
      }
    }
    throw new Unobservable(
        Reason.NOT_PERMITTED,
        engine.endpoint().text()
            + ": the engine's host is not seen from here; run dockdiag there, as root");
  }

  private Place of(Namespace.OfContainer container) throws Unobservable, IOException {
    Place engineHost = host();
    String process = engineHost.root() + "/proc/" + container.pid();
    verify(container, engineHost);
    boolean ours = NamespaceIdentity.sameNetwork(process, "/proc/self");
    return new Place(
        container.name(),
        engineHost.root(),
        process + Place.NETNS,
        process,
        ours ? Network.OURS : other,
        engineHost.mounts());
  }

  private Place of(Namespace.OfOverlay overlay) throws Unobservable, IOException {
    if (!SANDBOX.matcher(overlay.file()).matches()) {
      throw new Unobservable(Reason.NOT_PERMITTED, overlay + ": no namespace of the engine's");
    }
    Place engineHost = host();
    return new Place(
        overlay.toString(),
        engineHost.root(),
        engineHost.root() + "/run/docker/netns/" + overlay.file(),
        "/proc/self",
        other,
        engineHost.mounts());
  }

  // pids are used again: that of a container that ended may by now be anybody's
  private void verify(Namespace.OfContainer container, Place engineHost)
      throws Unobservable, IOException {
    String id = ids.get(container);
    if (id == null) {
      id = id(container);
      ids.put(container, id);
    }
    String cgroup = cgroup(engineHost.root(), container.pid());
    boolean namesNone = !CONTAINER_ID.matcher(cgroup).find();
    boolean known = namesNone && !cgroup.isEmpty() && enginePid().isPresent();
    if (!cgroup.contains(id) && !known) {
      throw new Unobservable(
          Reason.NOT_PRESENT,
          "container " + container.name() + ": process " + container.pid() + " is not its own");
    }
  }

  private String id(Namespace.OfContainer container) throws Unobservable {
    Started started = started(container.name());
    if (container.pid() <= 0 || started.pid() != container.pid()) {
      throw new Unobservable(
          Reason.NOT_PRESENT,
          "container " + container.name() + ": process " + container.pid() + " has ended");
    }
    return started.id();
  }

  private Started started(String container) throws Unobservable {
    return read(
        "/containers/" + EngineJson.encoded(container) + "/json",
        answer -> new Started(answer.at("Id").text(), answer.at("State").at("Pid").integer()));
  }

  /// What the engine says of a container now.
  private record Started(String id, int pid) {}

  private <F> F read(String path, Function<Json, F> reading) throws Unobservable {
    return EngineJson.get(request -> engine.get(path), path, reading);
  }

  private static String cgroup(String root, int pid) throws Unobservable, IOException {
    try {
      return TextFile.read(root + "/proc/" + pid + "/cgroup");
    } catch (NoSuchFileException gone) {
      return "";
    }
  }
}

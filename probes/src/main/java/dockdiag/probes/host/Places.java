package dockdiag.probes.host;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dockdiag.probes.Namespace;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.engine.Endpoint;
import dockdiag.probes.host.engine.Engine;
import dockdiag.probes.host.kernel.NamespaceIdentity;
import dockdiag.probes.host.kernel.PeerCredentials;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.host.kernel.Place.Network;
import dockdiag.probes.host.kernel.TextFile;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds where a namespace lies from here: the engine by its socket's peer, a container by its
/// first process as the engine numbers it.
final class Places {

  private static final Pattern CONTAINER_ID = Pattern.compile("[0-9a-f]{64}");
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
        network ? "/proc/self" : process,
        network ? Network.OURS : other,
        mounts ? OptionalInt.empty() : OptionalInt.of(pid));
  }

  // without a peer our own view is the engine's only if its containers' processes are found in it
  private Place ours() throws Unobservable, IOException {
    int tried = 0;
    for (JsonElement container : array(engine.get("/containers/json"))) {
      String id = container.getAsJsonObject().get("Id").getAsString();
      int pid = state(engine.get("/containers/" + id + "/json")).get("Pid").getAsInt();
      if (cgroup("", pid).contains(id)) {
        return new Place("host", "", "/proc/self", Network.OURS, OptionalInt.empty());
      }
      tried++;
      if (tried == FEW_CONTAINERS) {
        break;
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
        process,
        ours ? Network.OURS : other,
        OptionalInt.empty());
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
    Response answer = engine.get("/containers/" + container.name() + "/json");
    if (answer.status() != 200 || state(answer).get("Pid").getAsInt() != container.pid()) {
      throw new Unobservable(
          Reason.NOT_PRESENT,
          "container " + container.name() + ": process " + container.pid() + " has ended");
    }
    return object(answer).get("Id").getAsString();
  }

  private static String cgroup(String root, int pid) {
    try {
      return TextFile.read(root + "/proc/" + pid + "/cgroup");
    } catch (IOException | Unobservable gone) {
      return "";
    }
  }

  private static JsonObject state(Response inspect) throws Unobservable {
    JsonElement state = object(inspect).get("State");
    if (state == null || !state.isJsonObject() || !state.getAsJsonObject().has("Pid")) {
      throw notUnderstood(inspect);
    }
    return state.getAsJsonObject();
  }

  private static JsonObject object(Response answer) throws Unobservable {
    try {
      return JsonParser.parseString(answer.body()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException strange) {
      throw notUnderstood(answer);
    }
  }

  private static JsonArray array(Response answer) throws Unobservable {
    try {
      return JsonParser.parseString(answer.body()).getAsJsonArray();
    } catch (JsonParseException | IllegalStateException strange) {
      throw notUnderstood(answer);
    }
  }

  private static Unobservable notUnderstood(Response answer) {
    String line = answer.body().lines().findFirst().orElse("");
    return new Unobservable(Reason.NOT_UNDERSTOOD, "the engine says: " + line);
  }
}

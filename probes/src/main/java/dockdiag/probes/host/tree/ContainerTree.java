package dockdiag.probes.host.tree;

import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.engine.Engine;
import dockdiag.probes.json.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Files of containers, as the engine archives them: it mounts volumes where they belong, and keeps
/// links inside the container (moby, daemon/archive_unix.go), also of one that does not run.
record ContainerTree(Engine engine) {

  private static final int OK = 200;
  private static final int MOST_MESSAGE = 4096;

  Beginning at(String container, String path) throws Unobservable {
    String name = EngineJson.encoded(container);
    String get = "/containers/" + name + "/archive?path=" + EngineJson.encoded(path);
    return engine.stream(
        get, (status, body) -> status == OK ? TarStream.first(body) : absent(get, status, body));
  }

  private static Beginning absent(String get, int status, InputStream body)
      throws Unobservable, IOException {
    String message = new String(body.readNBytes(MOST_MESSAGE), StandardCharsets.UTF_8);
    boolean noFile =
        message.contains("Could not find the file")
            || message.contains("not a directory")
            || message.contains("too many links");
    if (noFile) {
      return Beginning.missing();
    }
    Reason reason = status == 404 ? Reason.NOT_PRESENT : Reason.NOT_UNDERSTOOD;
    throw new Unobservable(reason, "GET " + get + ": " + status + " " + message.strip());
  }
}

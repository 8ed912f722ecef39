package dockdiag.probes.registry;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import java.util.List;

/// The mirrors that `daemon.json` names, which are in force from the engine's next start or reload
/// on; none where there is no such file.
public record MirrorListProbe() implements Probe<List<String>> {

  private static final String FILE = "/etc/docker/daemon.json";

  @Override
  public List<String> observe(Host host) throws Unobservable {
    try {
      return read(host, Namespace.HOST);
    } catch (Unobservable engineDown) {
      if (engineDown.reason() != Reason.UNREACHABLE) {
        throw engineDown;
      }
      return read(host, Namespace.SELF); // where it would run
    }
  }

  private static List<String> read(Host host, Namespace namespace) throws Unobservable {
    try {
      String text = host.ask(new Request.ReadFile(namespace, FILE)).body();
      return text.isBlank()
          ? List.of()
          : Json.read(FILE, text, json -> json.at("registry-mirrors").texts());
    } catch (Unobservable none) {
      if (none.reason() == Reason.NOT_PRESENT) {
        return List.of();
      }
      throw none;
    }
  }

  @Override
  public String source() {
    return FILE;
  }

  @Override
  public String byHand() {
    return "cat " + FILE;
  }
}

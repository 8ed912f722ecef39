package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What happened at the engine between two moments and may have changed an answer of its own:
/// `container start`, `network connect`, in the engine's order. The engine remembers the last 256
/// events, and none from before its own start.
///
/// @param since by the engine's clock
/// @param until not after the engine's now, else it waits for it
public record EventsProbe(Instant since, Instant until) implements Probe<List<String>> {

  private static final int OK = 200;
  private static final int REMEMBERED = 256;

  /// What somebody looks at, or does within a container; health checks are `exec` too.
  private static final Set<String> HARMLESS =
      Set.of("attach", "detach", "resize", "top", "archive-path", "export", "save", "push");

  @Override
  public List<String> observe(Host host) throws Unobservable {
    String path = "/events?since=" + seconds(since) + "&until=" + seconds(until);
    Response answer = host.ask(new Request.DockerGet(path));
    if (answer.status() != OK) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, "GET /events: " + answer.status());
    }
    List<String> events = new ArrayList<>();
    List<String> lines = answer.body().lines().filter(one -> !one.isBlank()).toList();
    if (lines.size() >= REMEMBERED) {
      events.add("engine more than it remembers"); // the first ones may be gone
    }
    for (String line : lines) {
      Json.read("GET /events", line, EventsProbe::event).ifPresent(events::add);
    }
    return events;
  }

  @Override
  public String source() {
    return "docker events";
  }

  @Override
  public String byHand() {
    return "docker events --since " + since + " --until " + until;
  }

  private static Optional<String> event(Json json) {
    String action = json.at("Action").text();
    boolean changes = !action.startsWith("exec_") && !HARMLESS.contains(action);
    return changes ? Optional.of(json.at("Type").text() + " " + action) : Optional.empty();
  }

  private static String seconds(Instant moment) {
    return "%d.%09d".formatted(moment.getEpochSecond(), moment.getNano());
  }
}

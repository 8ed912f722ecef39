package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.util.List;

/// The tasks of one service.
///
/// @param service its name or id
public record TasksProbe(String service) implements Probe<List<Task>> {

  @Override
  public List<Task> observe(Host host) throws Unobservable {
    String filter = EngineJson.encoded("{\"service\":[" + Json.quoted(service) + "]}");
    return EngineJson.get(host, "/tasks?filters=" + filter, list -> list.items(TasksProbe::task));
  }

  @Override
  public String source() {
    return "docker service ps " + service;
  }

  @Override
  public String byHand() {
    return "docker service ps --no-trunc " + service;
  }

  private static Task task(Json json) {
    Json status = json.at("Status");
    return new Task(
        json.at("ID").text(),
        status.at("State").text(),
        json.at("DesiredState").text(),
        status.at("Message").text(),
        status.at("Err").text());
  }
}

package dockdiag.probes.docker;

import dockdiag.probes.docker.Container.Config;
import dockdiag.probes.docker.Container.Networking;
import dockdiag.probes.docker.Container.RestartPolicy;
import dockdiag.probes.docker.Container.State;
import dockdiag.probes.docker.Container.Status;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads `GET /containers/NAME/json`.
///
/// The addresses beside `Networks` are not read: engine 29 no longer tells them.
final class ContainerReading {

  private ContainerReading() {}

  static Container container(Json json) {
    Json hostConfig = json.at("HostConfig");
    Json restart = hostConfig.at("RestartPolicy");
    return new Container(
        json.at("Id").text(),
        withoutSlash(json.at("Name").text()),
        state(json),
        health(json),
        new RestartPolicy(restart.at("Name").text(), restart.at("MaximumRetryCount").integer()),
        config(json),
        networking(hostConfig, json.at("NetworkSettings")),
        Endpoint.all(json.at("NetworkSettings").at("Networks")));
  }

  static String withoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  static Status status(Json json) {
    return Words.word(json, Status.values());
  }

  private static State state(Json json) {
    Json state = json.at("State");
    return new State(
        status(state.at("Status")),
        state.at("Pid").integer(),
        state.at("ExitCode").integer(),
        state.at("OOMKilled").flag(),
        state.at("Error").text(),
        state.at("StartedAt").text(Words::instant).flatMap(Words::unlessNever),
        state.at("FinishedAt").text(Words::instant).flatMap(Words::unlessNever),
        json.at("RestartCount").integer());
  }

  private static Optional<Health> health(Json json) {
    Json state = json.at("State").at("Health");
    Json config = json.at("Config").at("Healthcheck");
    if (state.isAbsent() && config.isAbsent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Health(
            healthStatus(state.at("Status")),
            state.at("FailingStreak").integer(),
            state.at("Log").items(ContainerReading::healthRun),
            config.at("Test").texts(),
            Optional.of(config.at("Interval").number()).filter(n -> n > 0).map(Duration::ofNanos)));
  }

  private static Optional<Health.Status> healthStatus(Json status) {
    return status.text().isEmpty() || status.text().equals("none")
        ? Optional.empty()
        : Optional.of(Words.word(status, Health.Status.values()));
  }

  private static Health.Run healthRun(Json run) {
    return new Health.Run(
        run.at("Start").text(Words::instant).flatMap(Words::unlessNever),
        run.at("End").text(Words::instant).flatMap(Words::unlessNever),
        run.at("ExitCode").integer(),
        run.at("Output").text());
  }

  private static Config config(Json json) {
    Json config = json.at("Config");
    return new Config(
        config.at("Image").text(),
        json.at("Image").text(),
        Stream.concat(Stream.of(json.at("Path").text()), json.at("Args").texts().stream()).toList(),
        config.at("Entrypoint").texts(),
        config.at("Cmd").texts(),
        Ports.exposed(config.at("ExposedPorts")),
        config.at("Labels").textMembers(),
        config.at("User").text(),
        config.at("Hostname").text(),
        environment(config.at("Env").texts()));
  }

  static Map<String, String> environment(List<String> assignments) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      variables.put(
          equals < 0 ? assignment : assignment.substring(0, equals),
          equals < 0 ? "" : assignment.substring(equals + 1));
    }
    return Collections.unmodifiableMap(variables);
  }

  private static Networking networking(Json hostConfig, Json settings) {
    return new Networking(
        NetworkMode.of(hostConfig.at("NetworkMode").text()),
        hostConfig.at("PublishAllPorts").flag(),
        Ports.requested(hostConfig.at("PortBindings")),
        Ports.published(settings.at("Ports")),
        hostConfig.at("Dns").items(dns -> dns.text(Address::parse)).stream()
            .flatMap(Optional::stream)
            .toList(),
        hostConfig.at("ExtraHosts").texts(),
        hostConfig.at("Links").texts());
  }
}

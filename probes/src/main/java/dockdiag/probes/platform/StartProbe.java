package dockdiag.probes.platform;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a container, or a container of an image, is to start.
public record StartProbe(Tree tree) implements Probe<Start> {

  @Override
  public Start observe(Host host) throws Unobservable {
    return switch (tree) {
      case Tree.OfContainer(String name) ->
          EngineJson.get(
              host, "/containers/" + EngineJson.encoded(name) + "/json", StartProbe::container);
      case Tree.OfImage(String name) ->
          EngineJson.get(host, "/images/" + EngineJson.encoded(name) + "/json", StartProbe::image);
      case Tree.OfHost _ ->
          throw new Unobservable(Unobservable.Reason.NOT_PRESENT, "the host starts no container");
    };
  }

  @Override
  public String source() {
    return byHand();
  }

  @Override
  public String byHand() {
    return switch (tree) {
      case Tree.OfImage(String name) -> "docker image inspect " + name;
      case Tree.OfContainer(String name) -> "docker inspect " + name;
      case Tree.OfHost _ -> "";
    };
  }

  private static Start container(Json json) {
    Json config = json.at("Config");
    Json hostConfig = json.at("HostConfig");
    Json state = json.at("State");
    List<String> command = new ArrayList<>(List.of(json.at("Path").text()));
    command.addAll(json.at("Args").texts());
    return new Start(
        json.at("Image").text(),
        command,
        Start.folders(environment(config)),
        config.at("WorkingDir").text(),
        config.at("User").text(),
        hostConfig.at("Privileged").flag(),
        hostConfig.at("SecurityOpt").texts(),
        Optional.of(
            new Start.Run(
                state.at("Status").text(),
                state.at("ExitCode").integer(),
                state.at("Error").text())));
  }

  private static Start image(Json json) {
    Json config = json.at("Config");
    List<String> command = new ArrayList<>(config.at("Entrypoint").texts());
    command.addAll(config.at("Cmd").texts());
    return new Start(
        json.at("Id").text(),
        command,
        Start.folders(environment(config)),
        config.at("WorkingDir").text(),
        config.at("User").text(),
        false,
        List.of(),
        Optional.empty());
  }

  private static Map<String, String> environment(Json config) {
    Map<String, String> variables = new HashMap<>();
    for (String assignment : config.at("Env").texts()) {
      String[] parts = assignment.split("=", 2);
      variables.put(parts[0], parts.length < 2 ? "" : parts[1]);
    }
    return variables;
  }
}

package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import java.util.List;
import java.util.Optional;

/// The engine itself; it takes some 5 ms to answer, since it runs commands for it.
public record DaemonProbe() implements Probe<Daemon> {

  @Override
  public Daemon observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/info", DaemonProbe::daemon);
  }

  @Override
  public String source() {
    return "docker info";
  }

  @Override
  public String byHand() {
    return "docker info";
  }

  private static Daemon daemon(Json json) {
    List<String> securityOptions = json.at("SecurityOptions").texts();
    return new Daemon(
        json.at("ServerVersion").text(),
        json.at("Name").text(),
        json.at("OperatingSystem").text(),
        json.at("KernelVersion").text(),
        json.at("Architecture").text(),
        json.at("DockerRootDir").text(),
        json.at("Driver").text(),
        json.at("LoggingDriver").text(),
        securityOptions.contains("name=rootless"),
        json.at("LiveRestoreEnabled").flag(),
        json.at("IPv4Forwarding").flag(),
        json.at("BridgeNfIptables").optionalFlag(),
        json.at("FirewallBackend").at("Driver").text(Optional::of),
        securityOptions,
        swarm(json.at("Swarm")),
        json.at("Warnings").texts());
  }

  private static Daemon.Swarm swarm(Json json) {
    return new Daemon.Swarm(
        json.at("LocalNodeState").text(),
        json.at("ControlAvailable").flag(),
        json.at("NodeID").text(),
        json.at("NodeAddr").text());
  }
}

package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// All containers, in the engine's order: the latest first.
public record ContainersProbe() implements Probe<List<ContainerSummary>> {

  private static final Comparator<PublishedPort> ORDER =
      Comparator.comparing(PublishedPort::container)
          .thenComparing(port -> port.hostAddress().isIpv6())
          .thenComparing(port -> port.hostAddress().toString())
          .thenComparing(PublishedPort::hostPort);

  @Override
  public List<ContainerSummary> observe(Host host) throws Unobservable {
    return EngineJson.get(
        host, "/containers/json?all=1", list -> list.items(ContainersProbe::summary));
  }

  /// The same, asked once more: whether it is still so. The engine does not know the parameter.
  public record Again() implements Probe<List<ContainerSummary>> {
    @Override
    public List<ContainerSummary> observe(Host host) throws Unobservable {
      return EngineJson.get(
          host, "/containers/json?all=1&again", list -> list.items(ContainersProbe::summary));
    }

    @Override
    public String source() {
      return new ContainersProbe().source();
    }

    @Override
    public String byHand() {
      return new ContainersProbe().byHand();
    }
  }

  @Override
  public String source() {
    return "docker ps --all";
  }

  @Override
  public String byHand() {
    return "docker ps --all --no-trunc";
  }

  private static ContainerSummary summary(Json json) {
    return new ContainerSummary(
        json.at("Id").text(),
        json.at("Names").texts().stream().map(ContainerReading::withoutSlash).toList(),
        json.at("Image").text(),
        ContainerReading.status(json.at("State")),
        json.at("Labels").textMembers(),
        exposed(json.at("Ports")),
        published(json.at("Ports")),
        NetworkMode.of(json.at("HostConfig").at("NetworkMode").text()),
        Endpoint.all(json.at("NetworkSettings").at("Networks")));
  }

  private static Set<Port> exposed(Json ports) {
    Set<Port> exposed = new TreeSet<>();
    ports.items().stream()
        .filter(port -> port.at("PublicPort").integer() == 0)
        .map(port -> port(port.at("PrivatePort"), port.at("Type")))
        .forEach(exposed::add);
    return Collections.unmodifiableSet(exposed);
  }

  private static List<PublishedPort> published(Json ports) {
    return ports.items().stream()
        .filter(port -> port.at("PublicPort").integer() != 0)
        .map(ContainersProbe::publishedPort)
        .sorted(ORDER)
        .toList();
  }

  private static PublishedPort publishedPort(Json json) {
    return new PublishedPort(
        port(json.at("PrivatePort"), json.at("Type")),
        Ports.hostAddress(json.at("IP")),
        port(json.at("PublicPort"), json.at("Type")).number());
  }

  private static Port port(Json number, Json type) {
    return type.text(Protocol::named)
        .flatMap(protocol -> Port.parse(number.integer() + "/" + protocol))
        .orElseThrow(() -> number.misread("no port"));
  }
}

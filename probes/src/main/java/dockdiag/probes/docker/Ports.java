package dockdiag.probes.docker;

import dockdiag.probes.json.Json;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.PortRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the engine's ways to write ports, in the order of the ports.
final class Ports {

  private Ports() {}

  /// `{"80/tcp": {}}`.
  static Set<Port> exposed(Json ports) {
    return Collections.unmodifiableSet(new TreeSet<>(byPort(ports).keySet()));
  }

  /// `{"80/tcp": [{"HostIp": "", "HostPort": "8080"}]}`.
  static List<RequestedPort> requested(Json bindings) {
    List<RequestedPort> requested = new ArrayList<>();
    byPort(bindings)
        .forEach(
            (port, json) ->
                json.items().stream()
                    .map(binding -> requested(port, binding))
                    .forEach(requested::add));
    return List.copyOf(requested);
  }

  private static RequestedPort requested(Port port, Json binding) {
    return new RequestedPort(
        port, binding.at("HostIp").text(Address::parse), hostPorts(binding.at("HostPort")));
  }

  /// The same form; a port that is exposed alone has null, one that is routed has no host port.
  static List<PublishedPort> published(Json ports) {
    List<PublishedPort> published = new ArrayList<>();
    byPort(ports)
        .forEach(
            (port, json) ->
                json.items().stream()
                    .flatMap(binding -> published(port, binding).stream())
                    .forEach(published::add));
    return List.copyOf(published);
  }

  private static Optional<PublishedPort> published(Port port, Json binding) {
    return hostPorts(binding.at("HostPort"))
        .map(host -> new PublishedPort(port, hostAddress(binding.at("HostIp")), host.first()));
  }

  static Address hostAddress(Json json) {
    return json.text(Address::parse).orElse(Address.ANY4);
  }

  private static Optional<PortRange> hostPorts(Json json) {
    return json.text().equals("0") ? Optional.empty() : json.text(PortRange::parse);
  }

  private static SortedMap<Port, Json> byPort(Json ports) {
    SortedMap<Port, Json> byPort = new TreeMap<>();
    ports
        .members()
        .forEach(
            (text, json) ->
                byPort.put(Port.parse(text).orElseThrow(() -> ports.misread("no port")), json));
    return byPort;
  }
}

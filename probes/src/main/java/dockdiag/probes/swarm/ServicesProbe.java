package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;
import dockdiag.probes.json.Json;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.swarm.Service.ServicePort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// All services; NOT_PRESENT where the engine is no swarm manager.
public record ServicesProbe() implements Probe<List<Service>> {

  @Override
  public List<Service> observe(Host host) throws Unobservable {
    return EngineJson.get(host, "/services", list -> list.items(ServicesProbe::service));
  }

  @Override
  public String source() {
    return "docker service ls";
  }

  @Override
  public String byHand() {
    return "docker service inspect $(docker service ls -q)";
  }

  private static Service service(Json json) {
    Json spec = json.at("Spec");
    Json replicated = spec.at("Mode").at("Replicated");
    Json template = spec.at("TaskTemplate");
    return new Service(
        json.at("ID").text(),
        spec.at("Name").text(),
        template.at("ContainerSpec").at("Image").text(),
        spec.at("Mode").members().keySet().stream().findFirst().orElse("").toLowerCase(Locale.ROOT),
        spec.at("EndpointSpec").at("Mode").text(),
        replicated.isAbsent()
            ? OptionalInt.empty()
            : OptionalInt.of(replicated.at("Replicas").integer()),
        template.at("Placement").at("Constraints").texts(),
        json.at("Endpoint").at("VirtualIPs").items(one -> one.at("NetworkID").text()),
        json.at("Endpoint").at("Ports").items(ServicesProbe::port));
  }

  private static ServicePort port(Json json) {
    String protocol = json.at("Protocol").text(Protocol::named).orElse(Protocol.TCP).toString();
    Json published = json.at("PublishedPort");
    return new ServicePort(
        port(json.at("TargetPort"), protocol),
        published.integer() == 0 ? Optional.empty() : Optional.of(port(published, protocol)),
        json.at("PublishMode").text());
  }

  private static Port port(Json number, String protocol) {
    return Port.parse(number.integer() + "/" + protocol)
        .orElseThrow(() -> number.misread("no port"));
  }
}

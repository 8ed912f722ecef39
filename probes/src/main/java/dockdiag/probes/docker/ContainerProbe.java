package dockdiag.probes.docker;

import dockdiag.probes.Host;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.json.EngineJson;

/// One container by its name, its id, or the beginning of its id.
public record ContainerProbe(String name) implements Probe<Container> {

  @Override
  public Container observe(Host host) throws Unobservable {
    return EngineJson.get(
        host, "/containers/" + EngineJson.encoded(name) + "/json", ContainerReading::container);
  }

  @Override
  public String source() {
    return "docker inspect " + name;
  }

  @Override
  public String byHand() {
    return "docker inspect " + name;
  }
}

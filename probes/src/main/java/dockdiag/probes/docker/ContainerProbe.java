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

  /// The same, asked once more: whether it is still so. The engine does not know the parameter.
  public record Again(String name) implements Probe<Container> {
    @Override
    public Container observe(Host host) throws Unobservable {
      return EngineJson.get(
          host,
          "/containers/" + EngineJson.encoded(name) + "/json?again",
          ContainerReading::container);
    }

    @Override
    public String source() {
      return new ContainerProbe(name).source();
    }

    @Override
    public String byHand() {
      return new ContainerProbe(name).byHand();
    }
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

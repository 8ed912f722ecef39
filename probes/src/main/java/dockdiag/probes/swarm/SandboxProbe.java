package dockdiag.probes.swarm;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;

/// The namespace in which the engine keeps its end of an overlay network.
///
/// Its file is called after the network, twelve letters of a number, which counts how often it was
/// made, and the network's id (`GenerateKey` of libnetwork/osl).
///
/// @param network its id
public record SandboxProbe(String network) implements Probe<Namespace> {

  private static final String FOLDER = "/run/docker/netns";

  @Override
  public Namespace observe(Host host) throws Unobservable {
    return host.ask(new Request.ListNames(Namespace.HOST, FOLDER))
        .body()
        .lines()
        .filter(this::isIts)
        .findFirst()
        .map(Namespace.OfOverlay::new)
        .orElseThrow(
            () -> new Unobservable(Reason.NOT_PRESENT, FOLDER + ": none of network " + network));
  }

  private boolean isIts(String file) {
    int dash = file.indexOf('-');
    return dash > 0
        && file.substring(0, dash).chars().allMatch(Character::isDigit)
        && file.length() > dash + 1
        && network.startsWith(file.substring(dash + 1));
  }

  @Override
  public String source() {
    return FOLDER;
  }

  @Override
  public String byHand() {
    return "ls " + FOLDER;
  }
}

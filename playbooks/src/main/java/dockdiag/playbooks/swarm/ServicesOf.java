package dockdiag.playbooks.swarm;

import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.ServicesProbe;

/// The service that is asked about.
final class ServicesOf {

  private ServicesOf() {}

  /// @throws Unobservable where the engine tells of none by that name
  static Service named(Cluster cluster, Facts facts) throws Unobservable {
    return facts.get(new ServicesProbe()).stream()
        .filter(service -> service.name().equals(cluster.name()))
        .findFirst()
        .orElseThrow(() -> new Unobservable(Reason.NOT_PRESENT, "service " + cluster.name()));
  }
}

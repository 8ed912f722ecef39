package dockdiag.playbooks.swarm;

import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DaemonProbe;
import dockdiag.probes.platform.KernelFeature;
import dockdiag.probes.platform.KernelFeatureProbe;

/// The kernel's balancer, which stands behind the address of a service (ip_vs of the kernel).
final class Ipvs {

  private Ipvs() {}

  static KernelFeatureProbe probe(Facts facts) throws Unobservable {
    return new KernelFeatureProbe(KernelFeature.IP_VS, facts.get(new DaemonProbe()).kernel());
  }

  static boolean isThere(Facts facts) throws Unobservable {
    return facts.get(probe(facts)).there();
  }
}

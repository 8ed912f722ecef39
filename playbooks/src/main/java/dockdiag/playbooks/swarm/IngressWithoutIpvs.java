package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Port;
import dockdiag.probes.platform.KernelFeatureProbe;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.Service.ServicePort;
import dockdiag.probes.swarm.ServicesProbe;
import java.util.Optional;
import java.util.Set;

/// A service is published on every node, and the kernel has nobody to lead there.
public final class IngressWithoutIpvs implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    Service service = ServicesOf.named(cluster, facts);
    Optional<ServicePort> port =
        service.ports().stream()
            .filter(one -> one.isIngress() && one.published().isPresent())
            .findFirst();
    return port.isEmpty() || Ipvs.isThere(facts)
        ? Optional.empty()
        : Optional.of(found(cluster, service, port.get(), facts));
  }

  @Override
  public Set<String> brings() {
    return Set.of("vip-without-ipvs");
  }

  private static Finding found(Cluster cluster, Service service, ServicePort port, Facts facts)
      throws Unobservable {
    Port published = port.published().orElseThrow();
    KernelFeatureProbe kernel = Ipvs.probe(facts);
    return Finding.error(cluster.subject())
        .word("port", published)
        .word("kernel", kernel.release())
        .because(kernel, facts.get(kernel).seen())
        .because(new ServicesProbe(), service.name() + ": " + published + " by ingress")
        .mend(Remedy.byHand("host", onNodes(service, port, published)))
        .mend(Remedy.byHand("kernel", "modprobe ip_vs"));
  }

  private static String onNodes(Service service, ServicePort port, Port published) {
    String added =
        "mode=host,published=%d,target=%d,protocol=%s"
            .formatted(published.number(), port.target().number(), published.protocol());
    return CommandLine.of(
        "docker",
        "service",
        "update",
        "--endpoint-mode",
        "dnsrr",
        "--publish-rm",
        port.target().toString(),
        "--publish-add",
        added,
        service.name());
  }
}

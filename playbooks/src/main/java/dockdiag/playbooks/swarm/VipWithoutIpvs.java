package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.platform.KernelFeatureProbe;
import dockdiag.probes.swarm.Service;
import dockdiag.probes.swarm.ServicesProbe;
import java.util.Optional;

/// A service has one address for all its tasks, and the kernel has nobody behind it.
public final class VipWithoutIpvs implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    Service service = ServicesOf.named(cluster, facts);
    Optional<String> network =
        facts.get(new NetworksProbe()).stream()
            .filter(one -> service.networks().contains(one.id()) && !one.ingress())
            .map(DockerNetwork::name)
            .findFirst();
    boolean asked = service.endpointMode().equals("vip") && network.isPresent();
    return !asked || Ipvs.isThere(facts)
        ? Optional.empty()
        : Optional.of(found(cluster, service, network.get(), facts));
  }

  private static Finding found(Cluster cluster, Service service, String network, Facts facts)
      throws Unobservable {
    KernelFeatureProbe kernel = Ipvs.probe(facts);
    String command =
        CommandLine.of("docker", "service", "update", "--endpoint-mode", "dnsrr", service.name());
    return Finding.error(cluster.subject())
        .word("network", network)
        .word("kernel", kernel.release())
        .because(kernel, facts.get(kernel).seen())
        .because(new ServicesProbe(), service.name() + ": endpoint mode vip")
        .mend(Remedy.byHand("names", command)) // every task starts anew
        .mend(Remedy.byHand("kernel", "modprobe ip_vs"));
  }
}

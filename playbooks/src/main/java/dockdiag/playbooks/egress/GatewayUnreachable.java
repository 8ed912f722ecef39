package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Control;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.Neighbour;
import dockdiag.probes.route.NeighboursProbe;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;

/// The cable is in order, and nobody answers for the gateway's address: the bridge has lost it, or
/// whoever has it is deaf.
public final class GatewayUnreachable implements Check<Egress> {

  private static final LinksProbe LINKS = new LinksProbe(Namespace.HOST);

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    Exit exit = egress.exit(facts);
    Optional<Address> gateway = exit.route().flatMap(TableRoute::via);
    Optional<Plug> plug = exit.taken();
    if (gateway.isEmpty() || plug.isEmpty() || egress.isReached(facts)) {
      return Optional.empty();
    }
    Finding finding =
        Finding.error(egress.subject())
            .word("gateway", gateway.get())
            .word("network", plug.get().network().name());
    Optional<Link> bridge = bridge(plug.get().network(), facts);
    if (bridge.filter(Link::up).isPresent() && isOfBridge(plug.get(), gateway.get())) {
      List<Address> own = bridge.get().addresses().stream().map(Link.Assigned::address).toList();
      if (own.contains(gateway.get())) {
        return Optional.empty();
      }
      if (!keepsAnother(plug.get(), gateway.get(), own)) {
        return Optional.of(lost(finding, bridge.get(), own, plug.get(), gateway.get()));
      }
    }
    return bridge.filter(link -> !link.up()).isPresent() || !isTried(egress, facts)
        ? Optional.empty()
        : deaf(finding, exit, gateway.get(), facts);
  }

  private static Optional<Link> bridge(DockerNetwork network, Facts facts) throws Unobservable {
    return facts.get(LINKS).stream()
        .filter(link -> network.bridge().equals(Optional.of(link.name())))
        .findFirst();
  }

  /// Whether the engine gave it to the bridge; with `inhibit_ipv4` it is somebody else's.
  private static boolean isOfBridge(Plug plug, Address gateway) {
    DockerNetwork network = plug.network();
    return network.contains(gateway)
        && !network.options().containsKey("com.docker.network.bridge.inhibit_ipv4");
  }

  /// Whether the bridge has its own address in the gateway's subnet: then the gateway is meant to
  /// be somebody else's, as by `--aux-address DefaultGatewayIPv4=`.
  private static boolean keepsAnother(Plug plug, Address gateway, List<Address> own) {
    return plug.network().pools().stream()
        .map(DockerNetwork.Pool::subnet)
        .filter(subnet -> subnet.contains(gateway))
        .anyMatch(subnet -> own.stream().anyMatch(subnet::contains));
  }

  private static boolean isTried(Egress egress, Facts facts) throws Unobservable {
    return egress.outings(facts).stream().anyMatch(outing -> outing.isFailed(facts));
  }

  private static Finding lost(
      Finding finding, Link bridge, List<Address> own, Plug plug, Address gateway) {
    String address =
        plug.network().pools().stream()
            .filter(pool -> pool.subnet().contains(gateway))
            .map(pool -> gateway + "/" + pool.subnet().prefixLength())
            .findFirst()
            .orElse(gateway.toString());
    String change = " %s dev %s".formatted(address, bridge.name());
    return finding
        .because(LINKS, bridge.name() + ": " + Evidence.list(own))
        .mend(
            Remedy.automatic("address", "ip address add" + change)
                .undoneBy("ip address del" + change)
                .forNow())
        .mend(Remedy.byHand("restart", "systemctl restart docker"));
  }

  private static Optional<Finding> deaf(Finding finding, Exit exit, Address gateway, Facts facts)
      throws Unobservable {
    NeighboursProbe probe = new NeighboursProbe(exit.inside());
    Optional<Neighbour> silent =
        facts.get(probe).stream()
            .filter(one -> one.address().equals(gateway))
            .filter(Control::isSilent)
            .findFirst();
    return silent.map(
        one ->
            finding
                .because(probe, one.address() + " dev " + one.device() + " " + one.state())
                .mend(Remedy.byHand("owner", "arping -c 3 " + gateway)));
  }
}

package dockdiag.playbooks.route;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import dockdiag.probes.route.TableRoute;
import java.util.List;
import java.util.Optional;

/// The network's subnet and another route of the host share addresses: one of the two does not get
/// its packets.
public final class SubnetOverlap implements Check<Wired> {

  /// Wider ones stand for everything, as the halves that a VPN puts before the default route.
  private static final int WIDEST = 8;

  private static final RoutingProbe ROUTING = new RoutingProbe(Namespace.HOST, IpVersion.V4);

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    Optional<Address> missed = scope.missed(facts);
    Optional<Finding> covering =
        missed.isPresent() ? covering(missed.get(), facts) : Optional.empty();
    return covering.isPresent()
        ? covering
        : Wired.first(scope.networks(facts), cables -> judge(cables, facts));
  }

  /// The network that the host takes the address to be in, while nobody there has it.
  private static Optional<Finding> covering(Address address, Facts facts) throws Unobservable {
    Optional<String> device =
        new Policy(facts.get(ROUTING)).choice(address).map(choice -> choice.route().device());
    Optional<DockerNetwork> network =
        facts.get(new NetworksProbe()).stream()
            .filter(one -> one.bridge().isPresent() && one.bridge().equals(device))
            .filter(one -> one.contains(address))
            .findFirst();
    boolean isTaken =
        facts.get(new ContainersProbe()).stream()
            .flatMap(one -> one.endpoints().stream())
            .anyMatch(endpoint -> endpoint.addresses().contains(address));
    return network
        .filter(_ -> !isTaken)
        .map(
            one ->
                mended(
                    Finding.error(Cables.subject(one))
                        .word("subnet", subnet(one, address))
                        .word("other", address)
                        .because(new NetworksProbe(), one.name() + ": " + subnet(one, address))
                        .because(ROUTING, address + " dev " + device.orElseThrow())
                        .because(new ContainersProbe(), "no container has " + address),
                    one));
  }

  private static String subnet(DockerNetwork network, Address address) {
    return network.pools().stream()
        .map(DockerNetwork.Pool::subnet)
        .filter(subnet -> subnet.contains(address))
        .map(Subnet::toString)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Finding> judge(Cables cables, Facts facts) throws Unobservable {
    Optional<String> bridge = cables.network().bridge();
    if (bridge.isEmpty()) {
      return Optional.empty();
    }
    List<TableRoute> routes = facts.get(ROUTING).routes();
    return cables.network().pools().stream()
        .map(DockerNetwork.Pool::subnet)
        .flatMap(
            subnet ->
                routes.stream()
                    .filter(route -> isRival(route, subnet, bridge.get()))
                    .map(route -> found(cables, subnet, route)))
        .findFirst();
  }

  private static boolean isRival(TableRoute route, Subnet subnet, String bridge) {
    return route.table().equals("main")
        && route.type() == TableRoute.Type.UNICAST
        && route.destination().prefixLength() >= WIDEST
        && !route.device().equals(bridge)
        && route.destination().overlaps(subnet);
  }

  /// The narrower of two routes wins, ip-route(8); of equal ones, one of them at any rate loses.
  private static Finding found(Cables cables, Subnet subnet, TableRoute route) {
    boolean loses =
        route.destination().prefixLength() >= subnet.prefixLength()
            && cables.live().stream()
                .flatMap(plug -> plug.endpoint().addresses().stream())
                .anyMatch(route.destination()::contains);
    Finding finding = loses ? Finding.error(cables.subject()) : Finding.warning(cables.subject());
    return mended(
        finding
            .word("subnet", subnet)
            .word("other", route.destination() + " dev " + route.device())
            .because(new NetworksProbe(), cables.network().name() + ": " + subnet)
            .because(ROUTING, route.destination() + " dev " + route.device()),
        cables.network());
  }

  private static Finding mended(Finding finding, DockerNetwork network) {
    return finding
        .mend(
            Remedy.byHand(
                "move",
                "docker network create --subnet SUBNET NEW",
                "docker network connect NEW CONTAINER",
                "docker network disconnect " + network.name() + " CONTAINER"))
        .mend(Remedy.byHand("pools"));
  }
}

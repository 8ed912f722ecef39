package dockdiag.playbooks.egress;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Exit;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Endpoint.Ip;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.TableRoute;
import java.util.Optional;

/// The container is on a network that leads out, and none of its own routes leads there.
public final class NoDefaultRoute implements Check<Egress> {

  @Override
  public Optional<Finding> examine(Egress egress, Facts facts) throws Unobservable {
    Exit exit = egress.exit(facts);
    boolean leads = exit.route().filter(NoDefaultRoute::leads).isPresent();
    if (leads || exit.isOfHost() || exit.isKeptInside() || egress.isReached(facts)) {
      return Optional.empty();
    }
    Address to = egress.destination(facts);
    if (egress.naming().name().isPresent() && to.isIpv6() && !speaksIpv6(exit)) {
      return Optional.empty(); // it has no address to answer from: that the name has no other is it
    }
    String seen =
        exit.route()
            .map(route -> route.type() + " " + route.destination())
            .orElse("no route to " + to);
    Finding finding =
        Finding.error(egress.subject()).word("address", to).because(exit.routing(), seen);
    for (Plug plug : exit.ways()) {
      Optional<Address> gateway =
          (to.isIpv6() ? plug.endpoint().ipv6() : plug.endpoint().ipv4()).flatMap(Ip::gateway);
      if (gateway.isPresent()) {
        return Optional.of(mended(finding, plug, gateway.get(), egress));
      }
    }
    return Optional.of(finding.mend(Remedy.byHand("anew")));
  }

  private static boolean speaksIpv6(Exit exit) {
    return exit.plugs().stream().anyMatch(plug -> plug.endpoint().ipv6().isPresent());
  }

  private static boolean leads(TableRoute route) {
    return route.type() == TableRoute.Type.UNICAST || route.type() == TableRoute.Type.LOCAL;
  }

  private static Finding mended(Finding finding, Plug plug, Address gateway, Egress egress)
      throws Unobservable {
    String route = plug.enter() + "ip " + (gateway.isIpv6() ? "-6 " : "") + "route ";
    return finding
        .because(egress.inspect(), plug.network().name() + ": Gateway " + gateway)
        .mend(
            Remedy.automatic("add", route + "add default via " + gateway)
                .undoneBy(route + "del default via " + gateway)
                .forNow())
        .mend(
            Remedy.byHand("restart", CommandLine.of("docker", "restart", plug.container().name())));
  }
}

package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.sysctl.SysctlProbe;
import java.util.Optional;

/// The network has IPv6, and something on the way has not: the host's forwarding, the bridge, or
/// one of the containers.
public final class Ipv6HalfEnabled implements Check<Wired> {

  private static final SysctlProbe FORWARDING =
      new SysctlProbe(Namespace.HOST, "net.ipv6.conf.all.forwarding");

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    return Wired.first(scope.networks(facts), cables -> judge(cables, facts));
  }

  private static Optional<Finding> judge(Cables cables, Facts facts) throws Unobservable {
    if (!cables.network().ipv6() || !cables.network().driver().equals("bridge")) {
      return Optional.empty();
    }
    Optional<Finding> host = cables.network().internal() ? Optional.empty() : host(cables, facts);
    Optional<Finding> bridge = host.isPresent() ? host : bridge(cables);
    return bridge.isPresent() ? bridge : Wired.first(cables.live(), Ipv6HalfEnabled::plug);
  }

  private static Optional<Finding> host(Cables cables, Facts facts) throws Unobservable {
    return facts.get(FORWARDING).equals("0")
        ? Optional.of(
            Finding.warning(cables.subject())
                .word("missing", FORWARDING.name() + " = 0")
                .because(FORWARDING, "0")
                .mend(
                    Remedy.automatic("forward", "sysctl -w " + FORWARDING.name() + "=1")
                        .undoneBy("sysctl -w " + FORWARDING.name() + "=0")
                        .untilReboot()))
        : Optional.empty();
  }

  private static Optional<Finding> bridge(Cables cables) throws Unobservable {
    return cables.bridge().stream()
        .filter(bridge -> bridge.up() && bridge.addresses().stream().noneMatch(cables::holds))
        .map(bridge -> bridge(cables, bridge))
        .findFirst();
  }

  private static Finding bridge(Cables cables, Link bridge) {
    return Finding.warning(cables.subject())
        .word("missing", bridge.name())
        .because(new LinksProbe(Namespace.HOST), bridge.name() + ": no IPv6 address")
        .mend(Remedy.byHand("bridge", "sysctl net.ipv6.conf." + bridge.name() + ".disable_ipv6"));
  }

  private static Optional<Finding> plug(Plug plug) throws Unobservable {
    Optional<Address> given = plug.endpoint().ipv6().map(Endpoint.Ip::address);
    Link inner = plug.plugged();
    boolean has =
        given.isPresent()
            && inner.addresses().stream().anyMatch(one -> one.address().equals(given.get()));
    return has || !inner.up() ? Optional.empty() : Optional.of(plug(plug, inner, given));
  }

  private static Finding plug(Plug plug, Link inner, Optional<Address> given) throws Unobservable {
    String container = plug.container().name();
    String lacks = given.map(Address::toString).orElse("an IPv6 address");
    return Finding.warning(plug.subject())
        .word("missing", container)
        .because(plug.links(), container + " " + inner.name() + ": without " + lacks)
        .mend(
            Remedy.byHand(
                "container",
                plug.enter() + "sysctl net.ipv6.conf." + inner.name() + ".disable_ipv6"));
  }
}

package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.link.BridgeDown;
import dockdiag.playbooks.link.InterfaceDown;
import dockdiag.playbooks.link.JumboNotCarried;
import dockdiag.playbooks.link.MacvlanParentDown;
import dockdiag.playbooks.link.MtuMismatch;
import dockdiag.playbooks.link.VethDetached;
import dockdiag.playbooks.network.AddressConflict;
import dockdiag.playbooks.network.AddressPoolExhausted;
import dockdiag.playbooks.network.AddressPoolRunsLow;
import dockdiag.playbooks.network.AddressesRunLow;
import dockdiag.playbooks.network.DuplicateMac;
import dockdiag.playbooks.network.DuplicateNetworkName;
import dockdiag.playbooks.network.GatewayAmbiguous;
import dockdiag.playbooks.network.Ipv6HalfEnabled;
import dockdiag.playbooks.network.NetworkUnused;
import dockdiag.playbooks.network.StaticAddressConflict;
import dockdiag.playbooks.route.GatewayOfOtherNetwork;
import dockdiag.playbooks.route.PolicyRoutingCaptures;
import dockdiag.playbooks.route.SubnetOverlap;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.AddressPoolsProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Something is wrong with the networks themselves, whoever uses them.
public final class NetworksInDisorder implements Playbook<Wiring> {

  private static final List<Check<? super Wiring>> SHARED =
      List.of(new AddressPoolExhausted(), new AddressPoolRunsLow());

  /// From the bridge to where its routes lead, then what only costs order.
  private static final List<Check<? super Wiring>> NETWORK =
      List.of(
          new BridgeDown(),
          new MacvlanParentDown(),
          new PolicyRoutingCaptures(),
          new SubnetOverlap(),
          new MtuMismatch(),
          new Ipv6HalfEnabled(),
          new AddressesRunLow(),
          new DuplicateNetworkName(),
          new NetworkUnused());

  /// From the address to the bridge, then beyond.
  private static final List<Check<? super Wiring>> PLUG =
      List.of(
          new StaticAddressConflict(),
          new InterfaceDown(),
          new VethDetached(),
          new AddressConflict(),
          new DuplicateMac(),
          new JumboNotCarried(),
          new GatewayOfOtherNetwork(),
          new GatewayAmbiguous());

  private static final List<Probe<?>> OF_HOST =
      List.of(
          new NetworksProbe(),
          new AddressPoolsProbe(),
          new LinksProbe(Namespace.HOST),
          new RoutingProbe(Namespace.HOST, IpVersion.V4));

  @Override
  public String name() {
    return "networks";
  }

  @Override
  public List<Check<? super Wiring>> checks() {
    return Stream.of(SHARED, NETWORK, PLUG).flatMap(List::stream).toList();
  }

  @Override
  public List<Check<? super Wiring>> checks(Wiring scope) {
    if (scope.container().isPresent()) {
      return PLUG;
    }
    return scope.network().isPresent() ? NETWORK : SHARED;
  }

  @Override
  public List<Wiring> everywhere(Facts facts) {
    return List.of(Wiring.ALL);
  }

  @Override
  public void lookAgain(Wiring asked, Facts facts) throws Unobservable {
    Unchanged.networks(facts);
  }

  @Override
  public void prepare(Wiring asked, Facts facts) {
    facts.prepare(Stream.concat(OF_HOST.stream(), Stream.of(new ContainersProbe())).toList());
    List<ContainerProbe> described = described(facts);
    facts.prepare(described);
    facts.prepare(described.stream().flatMap(one -> inside(one, facts).stream()).toList());
  }

  private static List<ContainerProbe> described(Facts facts) {
    try {
      return facts.get(new ContainersProbe()).stream()
          .filter(one -> one.status() == Container.Status.RUNNING)
          .map(ContainerSummary::name)
          .map(ContainerProbe::new)
          .toList();
    } catch (Unobservable unknown) {
      return List.of(); // whoever needs them will be told the same
    }
  }

  private static List<LinksProbe> inside(ContainerProbe probe, Facts facts) {
    try {
      Container container = facts.get(probe);
      return container.hasProcess()
          ? List.of(
              new LinksProbe(new Namespace.OfContainer(container.name(), container.state().pid())))
          : List.of();
    } catch (Unobservable gone) {
      return List.of(); // the same: it may have ended meanwhile
    }
  }

  @Override
  public List<Wiring> scopes(Wiring asked, Facts facts) throws Unobservable {
    List<Wiring> scopes = new ArrayList<>();
    if (asked.network().isEmpty()) {
      scopes.add(asked);
    }
    if (asked.container().isPresent()) {
      return List.of(asked);
    }
    for (Cables cables : asked.networks(facts)) {
      Wiring network = Wiring.of(cables.network());
      scopes.add(network);
      cables.plugs().stream()
          .map(Plug::container)
          .map(ContainerSummary::name)
          .map(network::of)
          .forEach(scopes::add);
    }
    return scopes;
  }
}

package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.contact.AliasMissing;
import dockdiag.testenv.scenario.contact.AliasShared;
import dockdiag.testenv.scenario.contact.BridgeFiltered;
import dockdiag.testenv.scenario.contact.DependencyNotReady;
import dockdiag.testenv.scenario.contact.HairpinThroughHost;
import dockdiag.testenv.scenario.contact.HostPortUsedBetweenContainers;
import dockdiag.testenv.scenario.contact.HostServiceOnLoopback;
import dockdiag.testenv.scenario.contact.IccDisabled;
import dockdiag.testenv.scenario.contact.IcmpIgnored;
import dockdiag.testenv.scenario.contact.MacvlanHostIsolation;
import dockdiag.testenv.scenario.contact.MacvlanParentDown;
import dockdiag.testenv.scenario.contact.NameResolvesElsewhere;
import dockdiag.testenv.scenario.contact.NeighbourFailed;
import dockdiag.testenv.scenario.contact.NeighbourStale;
import dockdiag.testenv.scenario.contact.NoSharedNetwork;
import dockdiag.testenv.scenario.contact.NoSharedNetworkByAddress;
import dockdiag.testenv.scenario.contact.PingNotPermitted;
import dockdiag.testenv.scenario.contact.TargetHasNoListener;
import dockdiag.testenv.scenario.contact.TargetNotRunning;
import dockdiag.testenv.scenario.contact.TargetOnLoopback;
import java.util.List;

/// Those on which one container does not reach another, or the host.
final class ContactScenarios {

  static final List<Scenario> ALL =
      List.of(
          new AliasMissing(),
          new AliasShared(),
          new BridgeFiltered(),
          new DependencyNotReady(),
          new HairpinThroughHost(),
          new HostPortUsedBetweenContainers(),
          new HostServiceOnLoopback(),
          new IccDisabled(),
          new IcmpIgnored(),
          new MacvlanHostIsolation(),
          new MacvlanParentDown(),
          new NameResolvesElsewhere(),
          new NeighbourFailed(),
          new NeighbourStale(),
          new NoSharedNetwork(),
          new NoSharedNetworkByAddress(),
          new PingNotPermitted(),
          new TargetHasNoListener(),
          new TargetNotRunning(),
          new TargetOnLoopback());

  private ContactScenarios() {}
}

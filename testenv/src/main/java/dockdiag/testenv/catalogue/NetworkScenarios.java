package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.network.AddressConflict;
import dockdiag.testenv.scenario.network.AddressPoolExhausted;
import dockdiag.testenv.scenario.network.AddressPoolRunsLow;
import dockdiag.testenv.scenario.network.AddressTakenByNeighbour;
import dockdiag.testenv.scenario.network.AddressesRunLow;
import dockdiag.testenv.scenario.network.DuplicateMac;
import dockdiag.testenv.scenario.network.DuplicateNetworkName;
import dockdiag.testenv.scenario.network.GatewayAmbiguous;
import dockdiag.testenv.scenario.network.Ipv6HalfEnabled;
import dockdiag.testenv.scenario.network.NetworkUnused;
import dockdiag.testenv.scenario.network.StaticAddressConflict;
import java.util.List;

/// Those on which something is wrong with a network itself: its name, its addresses.
final class NetworkScenarios {

  static final List<Scenario> ALL =
      List.of(
          new AddressConflict(),
          new AddressPoolExhausted(),
          new AddressPoolRunsLow(),
          new AddressTakenByNeighbour(),
          new AddressesRunLow(),
          new DuplicateMac(),
          new DuplicateNetworkName(),
          new GatewayAmbiguous(),
          new Ipv6HalfEnabled(),
          new NetworkUnused(),
          new StaticAddressConflict());

  private NetworkScenarios() {}
}

package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.egress.EgressDropped;
import dockdiag.testenv.scenario.egress.EgressRejected;
import dockdiag.testenv.scenario.egress.EgressReplyDropped;
import dockdiag.testenv.scenario.egress.GatewayUnreachable;
import dockdiag.testenv.scenario.egress.HostHasNoEgress;
import dockdiag.testenv.scenario.egress.InternalNetworkNoEgress;
import dockdiag.testenv.scenario.egress.Ipv6NameAlone;
import dockdiag.testenv.scenario.egress.MasqueradeMissing;
import dockdiag.testenv.scenario.egress.MasqueradeOff;
import dockdiag.testenv.scenario.egress.MtuTooLarge;
import dockdiag.testenv.scenario.egress.NoDefaultRoute;
import dockdiag.testenv.scenario.egress.ProxyMissing;
import dockdiag.testenv.scenario.egress.ProxyOnLoopback;
import dockdiag.testenv.scenario.egress.ProxyUnreachable;
import dockdiag.testenv.scenario.egress.RemoteRefuses;
import dockdiag.testenv.scenario.egress.RemoteSilent;
import dockdiag.testenv.scenario.egress.SubnetCoversTarget;
import java.util.List;

/// Those of containers that do not reach the outside.
final class EgressScenarios {

  static final List<Scenario> ALL =
      List.of(
          new EgressDropped(),
          new EgressRejected(),
          new EgressReplyDropped(),
          new GatewayUnreachable(),
          new HostHasNoEgress(),
          new InternalNetworkNoEgress(),
          new Ipv6NameAlone(),
          new MasqueradeMissing(),
          new MasqueradeOff(),
          new MtuTooLarge(),
          new NoDefaultRoute(),
          new ProxyMissing(),
          new ProxyOnLoopback(),
          new ProxyUnreachable(),
          new RemoteRefuses(),
          new RemoteSilent(),
          new SubnetCoversTarget());

  private EgressScenarios() {}
}

package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.swarm.GossipBlocked;
import dockdiag.testenv.scenario.swarm.IngressWithoutIpvs;
import dockdiag.testenv.scenario.swarm.ManagementBlocked;
import dockdiag.testenv.scenario.swarm.NodeCutOff;
import dockdiag.testenv.scenario.swarm.OverlayAboveUnderlay;
import dockdiag.testenv.scenario.swarm.OverlayBlockedApart;
import dockdiag.testenv.scenario.swarm.OverlayBlockedBeyond;
import dockdiag.testenv.scenario.swarm.OverlayNotAttachable;
import dockdiag.testenv.scenario.swarm.OverlayPeerMissing;
import dockdiag.testenv.scenario.swarm.OverlayPortBlocked;
import dockdiag.testenv.scenario.swarm.PublishedServiceHasNoTask;
import dockdiag.testenv.scenario.swarm.RedisForgotten;
import dockdiag.testenv.scenario.swarm.RedisUnreached;
import dockdiag.testenv.scenario.swarm.RedisUntold;
import dockdiag.testenv.scenario.swarm.ServiceHasNoTask;
import dockdiag.testenv.scenario.swarm.ServiceUnreached;
import dockdiag.testenv.scenario.swarm.SwarmNoQuorum;
import dockdiag.testenv.scenario.swarm.SwarmNodeDown;
import dockdiag.testenv.scenario.swarm.VipWithoutIpvs;
import java.util.List;

/// The scenarios of several hosts that are one swarm, or of one that is a swarm by itself.
final class Swarms {
  static final List<Scenario> ALL =
      List.of(
          new GossipBlocked(),
          new IngressWithoutIpvs(),
          new ManagementBlocked(),
          new NodeCutOff(),
          new OverlayAboveUnderlay(),
          new OverlayBlockedApart(),
          new OverlayBlockedBeyond(),
          new OverlayNotAttachable(),
          new OverlayPeerMissing(),
          new OverlayPortBlocked(),
          new PublishedServiceHasNoTask(),
          new RedisForgotten(),
          new RedisUnreached(),
          new RedisUntold(),
          new ServiceHasNoTask(),
          new ServiceUnreached(),
          new Swarm(),
          new SwarmNoQuorum(),
          new SwarmNodeDown(),
          new VipWithoutIpvs());

  private Swarms() {}
}

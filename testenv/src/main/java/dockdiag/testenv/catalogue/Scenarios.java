package dockdiag.testenv.catalogue;

import dockdiag.testenv.scenario.BrokenShop;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Shop;
import dockdiag.testenv.scenario.Website;
import dockdiag.testenv.scenario.conntrack.ConntrackFull;
import dockdiag.testenv.scenario.docker.ComposeRunWithoutPorts;
import dockdiag.testenv.scenario.docker.ContainerCreated;
import dockdiag.testenv.scenario.docker.ContainerNotRunning;
import dockdiag.testenv.scenario.docker.ContainerOutOfMemory;
import dockdiag.testenv.scenario.docker.ContainerPaused;
import dockdiag.testenv.scenario.docker.ContainerRestarting;
import dockdiag.testenv.scenario.docker.HealthFailing;
import dockdiag.testenv.scenario.docker.HealthcheckWrongPort;
import dockdiag.testenv.scenario.docker.HostNetworkIgnoresPublish;
import dockdiag.testenv.scenario.docker.HostPortTaken;
import dockdiag.testenv.scenario.docker.HostPortTakenByNeighbour;
import dockdiag.testenv.scenario.docker.HostPortTakenByProcess;
import dockdiag.testenv.scenario.docker.InternalNetworkNotPublished;
import dockdiag.testenv.scenario.docker.MacvlanIgnoresPublish;
import dockdiag.testenv.scenario.docker.NetworkNone;
import dockdiag.testenv.scenario.docker.OptionsAfterCommand;
import dockdiag.testenv.scenario.docker.OptionsAfterImage;
import dockdiag.testenv.scenario.docker.PortNotPublished;
import dockdiag.testenv.scenario.docker.PublishedOnHostLoopback;
import dockdiag.testenv.scenario.docker.PublishedOnOtherAddress;
import dockdiag.testenv.scenario.docker.SharedNamespaceStale;
import dockdiag.testenv.scenario.docker.SidecarNotPublished;
import dockdiag.testenv.scenario.netfilter.AllRulesFlushed;
import dockdiag.testenv.scenario.netfilter.DnatRuleMissing;
import dockdiag.testenv.scenario.netfilter.DnatRuleMissingBehindProxy;
import dockdiag.testenv.scenario.netfilter.DnatRuleStale;
import dockdiag.testenv.scenario.netfilter.EngineRulesFlushed;
import dockdiag.testenv.scenario.netfilter.IptablesDisabled;
import dockdiag.testenv.scenario.netfilter.IptablesDisabledBehindProxy;
import dockdiag.testenv.scenario.reach.ApplicationRefuses;
import dockdiag.testenv.scenario.reach.DockerProxyDead;
import dockdiag.testenv.scenario.reach.LocalhostResolvesToIpv6;
import dockdiag.testenv.scenario.reach.ProxyAnswersBackendClosed;
import dockdiag.testenv.scenario.reach.RedisProtected;
import dockdiag.testenv.scenario.socket.ListenerBacklogFull;
import dockdiag.testenv.scenario.socket.ListenerForIpv4Alone;
import dockdiag.testenv.scenario.socket.ListenerOnLoopback;
import dockdiag.testenv.scenario.socket.ListenerOnOtherAddress;
import dockdiag.testenv.scenario.socket.ListenerWrongFamily;
import dockdiag.testenv.scenario.socket.ListenerWrongProtocol;
import dockdiag.testenv.scenario.socket.NoListener;
import dockdiag.testenv.scenario.socket.PublishedWrongContainerPort;
import dockdiag.testenv.scenario.socket.RedisOnLoopback;
import dockdiag.testenv.scenario.sysctl.BridgeForwardingOff;
import dockdiag.testenv.scenario.sysctl.InterfaceForwardingOff;
import dockdiag.testenv.scenario.sysctl.IpForwardDisabled;
import dockdiag.testenv.scenario.sysctl.LoopbackRouting;
import java.util.List;
import java.util.Optional;

/// All scenarios, a line each, in the order of their names.
public final class Scenarios {
  public static final List<Scenario> ALL =
      List.of(
          new AllRulesFlushed(),
          new ApplicationRefuses(),
          new BridgeForwardingOff(),
          new BrokenShop(),
          new ComposeRunWithoutPorts(),
          new ConntrackFull(),
          new ContainerCreated(),
          new ContainerNotRunning(),
          new ContainerOutOfMemory(),
          new ContainerPaused(),
          new ContainerRestarting(),
          new DnatRuleMissing(),
          new DnatRuleMissingBehindProxy(),
          new DnatRuleStale(),
          new DockerProxyDead(),
          new EngineRulesFlushed(),
          new HealthFailing(),
          new HealthcheckWrongPort(),
          new HostNetworkIgnoresPublish(),
          new HostPortTaken(),
          new HostPortTakenByNeighbour(),
          new HostPortTakenByProcess(),
          new InterfaceForwardingOff(),
          new InternalNetworkNotPublished(),
          new IpForwardDisabled(),
          new IptablesDisabled(),
          new IptablesDisabledBehindProxy(),
          new ListenerBacklogFull(),
          new ListenerForIpv4Alone(),
          new ListenerOnLoopback(),
          new ListenerOnOtherAddress(),
          new ListenerWrongFamily(),
          new ListenerWrongProtocol(),
          new LocalhostResolvesToIpv6(),
          new LoopbackRouting(),
          new MacvlanIgnoresPublish(),
          new NetworkNone(),
          new NoListener(),
          new OptionsAfterCommand(),
          new OptionsAfterImage(),
          new PortNotPublished(),
          new ProxyAnswersBackendClosed(),
          new PublishedOnHostLoopback(),
          new PublishedOnOtherAddress(),
          new PublishedWrongContainerPort(),
          new RedisOnLoopback(),
          new RedisProtected(),
          new SharedNamespaceStale(),
          new Shop(),
          new SidecarNotPublished(),
          new Website());

  private Scenarios() {}

  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findAny();
  }
}

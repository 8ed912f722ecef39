package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.change.Trial;
import dockdiag.playbooks.conntrack.ConntrackFull;
import dockdiag.playbooks.conntrack.ConntrackStale;
import dockdiag.playbooks.docker.ComposeRunWithoutPorts;
import dockdiag.playbooks.docker.ContainerNotRunning;
import dockdiag.playbooks.docker.ContainerRestarting;
import dockdiag.playbooks.docker.HealthFailing;
import dockdiag.playbooks.docker.HealthcheckWrongPort;
import dockdiag.playbooks.docker.HostNetworkIgnoresPublish;
import dockdiag.playbooks.docker.HostPortTaken;
import dockdiag.playbooks.docker.InternalNetworkNotPublished;
import dockdiag.playbooks.docker.MacvlanIgnoresPublish;
import dockdiag.playbooks.docker.MeantToRun;
import dockdiag.playbooks.docker.NetworkNone;
import dockdiag.playbooks.docker.OptionsAfterImage;
import dockdiag.playbooks.docker.PortNotPublished;
import dockdiag.playbooks.docker.PublishedOnHostLoopback;
import dockdiag.playbooks.docker.PublishedOnOtherAddress;
import dockdiag.playbooks.docker.SharedNamespaceStale;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.firewall.DockerUserOrder;
import dockdiag.playbooks.firewall.FirewalldRejectsForward;
import dockdiag.playbooks.firewall.ForeignDropPolicy;
import dockdiag.playbooks.firewall.KubeLeftovers;
import dockdiag.playbooks.netfilter.ContainerFirewall;
import dockdiag.playbooks.netfilter.DirectAccessBlocked;
import dockdiag.playbooks.netfilter.DnatRuleMissing;
import dockdiag.playbooks.netfilter.DnatRuleStale;
import dockdiag.playbooks.netfilter.DnatShadowed;
import dockdiag.playbooks.netfilter.EngineRulesFlushed;
import dockdiag.playbooks.netfilter.ForwardDropped;
import dockdiag.playbooks.netfilter.ForwardRulesMissing;
import dockdiag.playbooks.netfilter.InputDropped;
import dockdiag.playbooks.netfilter.IptablesDisabled;
import dockdiag.playbooks.netfilter.MixedIptablesBackends;
import dockdiag.playbooks.netfilter.ReplyDropped;
import dockdiag.playbooks.reach.ApplicationRefuses;
import dockdiag.playbooks.reach.DockerProxyDead;
import dockdiag.playbooks.reach.LocalhostResolvesToIpv6;
import dockdiag.playbooks.reach.ProxyAnswersBackendClosed;
import dockdiag.playbooks.socket.ListenerBacklogFull;
import dockdiag.playbooks.socket.ListenerOnLoopback;
import dockdiag.playbooks.socket.ListenerOnOtherAddress;
import dockdiag.playbooks.socket.ListenerWrongFamily;
import dockdiag.playbooks.socket.ListenerWrongProtocol;
import dockdiag.playbooks.socket.NoListener;
import dockdiag.playbooks.socket.PublishedWrongContainerPort;
import dockdiag.playbooks.sysctl.InterfaceForwardingOff;
import dockdiag.playbooks.sysctl.IpForwardDisabled;
import dockdiag.playbooks.sysctl.LoopbackRouting;
import dockdiag.playbooks.sysctl.ReversePathFilter;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The published port of a container does not answer.
public final class PublishedPortUnreachable implements Playbook<Flow> {

  /// What concerns the container as a whole: an error here stands before each of its ports.
  private static final List<Check<? super Flow>> CONTAINER =
      List.of(
          new HostPortTaken(),
          new PublishedOnOtherAddress(),
          new ContainerRestarting(),
          new ContainerNotRunning(),
          new SharedNamespaceStale(),
          new NetworkNone(),
          new HostNetworkIgnoresPublish(),
          new InternalNetworkNotPublished(),
          new MacvlanIgnoresPublish(),
          new DirectAccessBlocked(),
          new OptionsAfterImage(),
          new ComposeRunWithoutPorts(),
          new PortNotPublished(),
          new HealthcheckWrongPort(),
          new HealthFailing());

  /// From the host's address inwards, to what the server says.
  private static final List<Check<? super Flow>> PORT =
      List.of(
          new PortNotPublished(),
          new PublishedOnOtherAddress(),
          new PublishedOnHostLoopback(),
          new ConntrackFull(),
          new ConntrackStale(),
          new IptablesDisabled(),
          new EngineRulesFlushed(),
          new DnatRuleStale(),
          new DnatShadowed(),
          new DnatRuleMissing(),
          new MixedIptablesBackends(),
          new KubeLeftovers(),
          new ForeignDropPolicy(),
          new FirewalldRejectsForward(),
          new DockerUserOrder(),
          new ForwardRulesMissing(),
          new ForwardDropped(),
          new InputDropped(),
          new IpForwardDisabled(),
          new InterfaceForwardingOff(),
          new ReversePathFilter(),
          new DockerProxyDead(),
          new LoopbackRouting(),
          new ContainerFirewall(),
          new ReplyDropped(),
          new ListenerWrongProtocol(),
          new ListenerWrongFamily(),
          new ListenerOnLoopback(),
          new ListenerOnOtherAddress(),
          new PublishedWrongContainerPort(),
          new NoListener(),
          new ListenerBacklogFull(),
          new ProxyAnswersBackendClosed(),
          new LocalhostResolvesToIpv6(),
          new ApplicationRefuses());

  @Override
  public String name() {
    return "ports";
  }

  @Override
  public List<Check<? super Flow>> checks() {
    return Stream.concat(
            CONTAINER.stream(),
            PORT.stream().filter(check -> !slugs(CONTAINER).contains(check.slug())))
        .toList();
  }

  private static Set<String> slugs(List<Check<? super Flow>> checks) {
    return checks.stream().map(Check::slug).collect(Collectors.toSet());
  }

  @Override
  public List<Check<? super Flow>> checks(Flow flow) {
    return flow.port().isEmpty() ? CONTAINER : PORT;
  }

  @Override
  public List<Flow> everywhere(Facts facts) throws Unobservable {
    return facts.infer(new MeantToRun()).stream()
        .filter(one -> one.mayBe(container -> !container.requested().isEmpty()))
        .map(one -> Flow.to(one.name()))
        .toList();
  }

  @Override
  public void lookAgain(Flow asked, Facts facts) throws Unobservable {
    Unchanged.container(asked.container(), facts);
  }

  @Override
  public void prepare(Flow asked, Facts facts) {
    Preparation.of(asked, facts);
  }

  @Override
  public List<Flow> scopes(Flow asked, Facts facts) throws Unobservable {
    Container container = facts.get(asked.inspect());
    Flow whole = new Flow(asked.container(), Optional.empty(), asked.client());
    List<Flow> flows = new ArrayList<>(List.of(whole));
    ports(asked, container).forEach(port -> flows.add(whole.at(port)));
    return flows;
  }

  @Override
  public List<Reach> reach(Flow flow, Facts facts) {
    return flow.port().isEmpty() ? List.of() : PortReach.of(flow, facts);
  }

  @Override
  public Finding tried(Flow flow, Check<? super Flow> check, Finding finding, Facts facts) {
    return new Trial<>(flow, check, facts).of(finding);
  }

  @Override
  public List<PathStep> path(Flow flow, Facts facts) {
    return flow.port().isEmpty() ? List.of() : PortReach.path(flow, facts);
  }

  /// The container's ports that are meant; a port of the host stands for those behind it.
  private static Set<Port> ports(Flow asked, Container container) {
    Set<Port> all = new TreeSet<>();
    container.requested().forEach(one -> all.add(one.container()));
    container.published().forEach(one -> all.add(one.container()));
    if (asked.port().isEmpty() || all.contains(asked.port().get())) {
      asked.port().ifPresent(one -> all.retainAll(Set.of(one)));
      return all;
    }
    Port port = asked.port().get();
    Set<Port> behind = new TreeSet<>();
    container.published().stream()
        .filter(one -> one.host().equals(port))
        .forEach(one -> behind.add(one.container()));
    return behind.isEmpty() ? Set.of(port) : behind;
  }
}

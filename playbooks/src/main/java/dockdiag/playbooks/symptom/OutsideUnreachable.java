package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.change.Trial;
import dockdiag.playbooks.docker.ContainerNotRunning;
import dockdiag.playbooks.docker.ContainerRestarting;
import dockdiag.playbooks.docker.MeantToRun;
import dockdiag.playbooks.docker.MeantToRun.InUse;
import dockdiag.playbooks.docker.NetworkNone;
import dockdiag.playbooks.docker.SharedNamespaceStale;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.egress.GatewayUnreachable;
import dockdiag.playbooks.egress.HostHasNoEgress;
import dockdiag.playbooks.egress.InternalNetworkNoEgress;
import dockdiag.playbooks.egress.MtuTooLarge;
import dockdiag.playbooks.egress.NoDefaultRoute;
import dockdiag.playbooks.egress.ProxyMissing;
import dockdiag.playbooks.egress.ProxyOnLoopback;
import dockdiag.playbooks.egress.ProxyUnreachable;
import dockdiag.playbooks.egress.RemoteRefuses;
import dockdiag.playbooks.egress.RemoteSilent;
import dockdiag.playbooks.link.BridgeDown;
import dockdiag.playbooks.link.InterfaceDown;
import dockdiag.playbooks.link.VethDetached;
import dockdiag.playbooks.netfilter.EgressDropped;
import dockdiag.playbooks.netfilter.EngineRulesFlushed;
import dockdiag.playbooks.netfilter.IptablesDisabled;
import dockdiag.playbooks.netfilter.MasqueradeMissing;
import dockdiag.playbooks.network.GatewayAmbiguous;
import dockdiag.playbooks.outward.Egress;
import dockdiag.playbooks.outward.Egress.Part;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.route.GatewayOfOtherNetwork;
import dockdiag.playbooks.route.PolicyRoutingCaptures;
import dockdiag.playbooks.route.SubnetOverlap;
import dockdiag.playbooks.sysctl.InterfaceForwardingOff;
import dockdiag.playbooks.sysctl.IpForwardDisabled;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A container does not reach the outside.
public final class OutsideUnreachable implements Playbook<Egress> {

  private static final List<Check<? super Egress>> CONTAINER =
      List.of(
          new ContainerRestarting().within(Egress::flow),
          new ContainerNotRunning().within(Egress::flow),
          new SharedNamespaceStale().within(Egress::flow),
          new NetworkNone().within(Egress::flow));

  /// From its interface to the gateway.
  private static final List<Check<? super Egress>> CABLE =
      List.of(
          new InternalNetworkNoEgress(),
          new InterfaceDown(),
          new VethDetached(),
          new BridgeDown(),
          new NoDefaultRoute(),
          new GatewayUnreachable(),
          new PolicyRoutingCaptures(),
          new SubnetOverlap(),
          new GatewayOfOtherNetwork(),
          new GatewayAmbiguous());

  /// What the host makes of whatever a container sends.
  private static final List<Check<? super Egress>> HOST =
      List.of(
          new IptablesDisabled(),
          new EngineRulesFlushed(),
          new IpForwardDisabled().within(Egress::flow),
          new InterfaceForwardingOff().within(Egress::flow));

  /// What keeps questions from the servers, besides what the checks of names know.
  private static final List<Check<? super Egress>> SERVERS =
      List.of(new MasqueradeMissing(), new HostHasNoEgress());

  private static final List<Check<? super Egress>> NAME =
      NameDoesNotResolve.ofNames().stream()
          .<Check<? super Egress>>map(OutsideUnreachable::asked)
          .toList();

  /// From the host's rules to the far end.
  private static final List<Check<? super Egress>> WAY =
      List.of(
          new MasqueradeMissing(),
          new EgressDropped(),
          new HostHasNoEgress(),
          new ProxyOnLoopback(),
          new ProxyUnreachable(),
          new ProxyMissing(),
          new RemoteRefuses(),
          new RemoteSilent(),
          new MtuTooLarge());

  private static final Map<Part, List<Check<? super Egress>>> CHECKS =
      Map.of(
          Part.CONTAINER, CONTAINER,
          Part.CABLE, CABLE,
          Part.HOST, HOST,
          Part.SERVERS, SERVERS,
          Part.NAME, NAME,
          Part.WAY, WAY);

  private static Check<Egress> asked(Check<? super Naming> check) {
    return check.within(Egress::naming);
  }

  @Override
  public String name() {
    return "egress";
  }

  @Override
  public List<Check<? super Egress>> checks() {
    Map<String, Check<? super Egress>> all = new LinkedHashMap<>();
    Arrays.stream(Part.values())
        .flatMap(part -> CHECKS.getOrDefault(part, List.of()).stream())
        .forEach(check -> all.putIfAbsent(check.slug(), check));
    return List.copyOf(all.values());
  }

  @Override
  public List<Check<? super Egress>> checks(Egress scope) {
    return CHECKS.getOrDefault(scope.part(), List.of());
  }

  /// One container of each network that leads out stands for the others there.
  @Override
  public List<Egress> everywhere(Facts facts) throws Unobservable {
    List<InUse> running =
        facts.infer(new MeantToRun()).stream()
            .filter(one -> one.mayBe(Container::hasProcess))
            .toList();
    EgressPreparation.ofExits(running, facts);
    Map<String, Egress> all = new LinkedHashMap<>();
    for (InUse one : running) {
      networks(one.name(), facts).forEach(key -> all.putIfAbsent(key, Egress.of(one.name())));
    }
    return List.copyOf(new LinkedHashSet<>(all.values()));
  }

  /// One whose way out cannot be seen stands for itself.
  private static List<String> networks(String container, Facts facts) {
    try {
      return Egress.of(container).exit(facts).ways().stream()
          .map(way -> way.network().id())
          .toList();
    } catch (Unobservable unknown) {
      return List.of("container " + container);
    }
  }

  @Override
  public void lookAgain(Egress asked, Facts facts) throws Unobservable {
    Unchanged.container(asked.container(), facts);
  }

  @Override
  public void prepare(Egress asked, Facts facts) {
    EgressPreparation.of(asked, facts);
  }

  @Override
  public List<Egress> scopes(Egress asked, Facts facts) throws Unobservable {
    Container container = facts.get(asked.inspect());
    List<Part> parts = new ArrayList<>(List.of(Part.CONTAINER, Part.CABLE));
    if (container.hasProcess() && isForwarded(asked, facts)) {
      parts.add(Part.HOST);
    }
    if (asked.whom().filter(Egress.Whom::isName).isPresent() && !asked.isLeftToProxy(facts)) {
      if (container.hasProcess() && !asked.resolves(facts)) {
        parts.add(Part.SERVERS);
      }
      parts.add(Part.NAME);
    }
    parts.add(Part.WAY);
    return parts.stream().map(asked::at).toList();
  }

  /// What cannot be told is looked at.
  private static boolean isForwarded(Egress asked, Facts facts) {
    try {
      return asked.exit(facts).isForwarded();
    } catch (Unobservable unknown) {
      return true;
    }
  }

  @Override
  public Finding tried(Egress scope, Check<? super Egress> check, Finding finding, Facts facts) {
    return new Trial<>(scope, check, facts).of(finding);
  }

  @Override
  public List<Reach> reach(Egress scope, Facts facts) {
    return scope.part() == Part.WAY ? EgressReach.of(scope, facts) : List.of();
  }

  @Override
  public List<PathStep> path(Egress scope, Facts facts) {
    return scope.part() == Part.WAY ? EgressReach.path(scope, facts) : List.of();
  }

  @Override
  public List<Evidence> stages(Egress scope, Facts facts) {
    return EgressStages.of(scope, facts);
  }
}

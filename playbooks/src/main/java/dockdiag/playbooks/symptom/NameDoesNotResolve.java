package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.dns.AaaaWithoutRoute;
import dockdiag.playbooks.dns.DefaultBridgeHasNoNames;
import dockdiag.playbooks.dns.DnsBlocked;
import dockdiag.playbooks.dns.DnsOptionWrong;
import dockdiag.playbooks.dns.DnsTcpBlocked;
import dockdiag.playbooks.dns.EmbeddedDnsUnreachable;
import dockdiag.playbooks.dns.FirstNameserverDead;
import dockdiag.playbooks.dns.HostnameWithUnderscore;
import dockdiag.playbooks.dns.HostsFileOverride;
import dockdiag.playbooks.dns.LocalhostMeansSelf;
import dockdiag.playbooks.dns.NameNotFound;
import dockdiag.playbooks.dns.NameOnUnsharedNetwork;
import dockdiag.playbooks.dns.ResolvConfOverridden;
import dockdiag.playbooks.dns.ResolvConfStale;
import dockdiag.playbooks.dns.SearchDomainMisleads;
import dockdiag.playbooks.dns.UpstreamDnsIntermittent;
import dockdiag.playbooks.dns.UpstreamDnsLoopback;
import dockdiag.playbooks.dns.UpstreamDnsUnreachable;
import dockdiag.playbooks.dns.UpstreamRefuses;
import dockdiag.playbooks.docker.ContainerNotRunning;
import dockdiag.playbooks.docker.ContainerRestarting;
import dockdiag.playbooks.docker.MeantToRun;
import dockdiag.playbooks.docker.SharedNamespaceStale;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.NetworkMode;
import java.util.List;
import java.util.stream.Stream;

/// A name does not resolve in a container, or resolves to the wrong thing.
public final class NameDoesNotResolve implements Playbook<Naming> {

  private static final List<Check<? super Naming>> CONTAINER =
      List.of(
          new ContainerRestarting().within(Naming::flow),
          new ContainerNotRunning().within(Naming::flow),
          new SharedNamespaceStale().within(Naming::flow));

  /// From the container's own files outwards, to what is answered in the end.
  private static final List<Check<? super Naming>> NAMES =
      List.of(
          new HostsFileOverride(),
          new LocalhostMeansSelf(),
          new ResolvConfOverridden(),
          new DefaultBridgeHasNoNames(),
          new EmbeddedDnsUnreachable(),
          new NameOnUnsharedNetwork(),
          new DnsBlocked(),
          new UpstreamDnsLoopback(),
          new DnsOptionWrong(),
          new ResolvConfStale(),
          new UpstreamRefuses(),
          new UpstreamDnsUnreachable(),
          new FirstNameserverDead(),
          new UpstreamDnsIntermittent(),
          new DnsTcpBlocked(),
          new SearchDomainMisleads(),
          new NameNotFound(),
          new AaaaWithoutRoute(),
          new HostnameWithUnderscore());

  /// Those of the names as such, whoever asks for them.
  static List<Check<? super Naming>> ofNames() {
    return NAMES;
  }

  @Override
  public String name() {
    return "dns";
  }

  @Override
  public List<Check<? super Naming>> checks() {
    return Stream.concat(CONTAINER.stream(), NAMES.stream()).toList();
  }

  @Override
  public List<Check<? super Naming>> checks(Naming scope) {
    return scope.standsBefore() ? CONTAINER : NAMES;
  }

  @Override
  public List<Naming> everywhere(Facts facts) throws Unobservable {
    return facts.infer(new MeantToRun()).stream()
        .filter(one -> one.mayBe(NameDoesNotResolve::asksForNames))
        .map(one -> Naming.of(one.name()))
        .toList();
  }

  /// Without a network there is nobody to ask; a shared one is its owner's.
  private static boolean asksForNames(Container container) {
    return container.hasProcess()
        && !(container.networking().mode() instanceof NetworkMode.None)
        && !(container.networking().mode() instanceof NetworkMode.OfContainer);
  }

  @Override
  public void lookAgain(Naming asked, Facts facts) throws Unobservable {
    Unchanged.container(asked.container(), facts);
  }

  @Override
  public void prepare(Naming asked, Facts facts) {
    NamePreparation.of(asked, facts);
  }

  @Override
  public List<Naming> scopes(Naming asked, Facts facts) throws Unobservable {
    facts.get(asked.inspect());
    return List.of(asked.able(), asked);
  }

  @Override
  public List<Reach> reach(Naming scope, Facts facts) {
    return scope.standsBefore() ? List.of() : ServerReach.of(scope, facts);
  }

  @Override
  public List<Evidence> stages(Naming scope, Facts facts) {
    return scope.standsBefore() ? List.of() : NameStages.of(scope, facts);
  }
}

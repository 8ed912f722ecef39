package dockdiag.playbooks.symptom;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.PathStep;
import dockdiag.playbooks.Playbook;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.change.Trial;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.Contact.Part;
import dockdiag.playbooks.contact.Sending;
import dockdiag.playbooks.contact.Target;
import dockdiag.playbooks.dns.AaaaWithoutRoute;
import dockdiag.playbooks.dns.AliasMissing;
import dockdiag.playbooks.dns.AliasShared;
import dockdiag.playbooks.dns.DefaultBridgeHasNoNames;
import dockdiag.playbooks.dns.EmbeddedDnsUnreachable;
import dockdiag.playbooks.dns.HostnameWithUnderscore;
import dockdiag.playbooks.dns.HostsFileOverride;
import dockdiag.playbooks.dns.LocalhostMeansSelf;
import dockdiag.playbooks.dns.NameNotFound;
import dockdiag.playbooks.dns.NameResolvesElsewhere;
import dockdiag.playbooks.dns.ResolvConfOverridden;
import dockdiag.playbooks.dns.SearchDomainMisleads;
import dockdiag.playbooks.docker.ContainerNotRunning;
import dockdiag.playbooks.docker.ContainerRestarting;
import dockdiag.playbooks.docker.DependencyNotReady;
import dockdiag.playbooks.docker.SharedNamespaceStale;
import dockdiag.playbooks.docker.TargetNotRunning;
import dockdiag.playbooks.docker.Unchanged;
import dockdiag.playbooks.link.BridgeDown;
import dockdiag.playbooks.link.InterfaceDown;
import dockdiag.playbooks.link.MacvlanParentDown;
import dockdiag.playbooks.link.MtuMismatch;
import dockdiag.playbooks.link.NeighbourFailed;
import dockdiag.playbooks.link.NeighbourStale;
import dockdiag.playbooks.link.VethDetached;
import dockdiag.playbooks.netfilter.BridgeFiltered;
import dockdiag.playbooks.netfilter.ContainerFirewall;
import dockdiag.playbooks.netfilter.ForwardDropped;
import dockdiag.playbooks.netfilter.HairpinThroughHost;
import dockdiag.playbooks.netfilter.IccDisabled;
import dockdiag.playbooks.netfilter.InputDropped;
import dockdiag.playbooks.netfilter.ReplyDropped;
import dockdiag.playbooks.network.AddressConflict;
import dockdiag.playbooks.network.DuplicateMac;
import dockdiag.playbooks.network.MacvlanHostIsolation;
import dockdiag.playbooks.network.NoSharedNetwork;
import dockdiag.playbooks.socket.HostPortUsedBetweenContainers;
import dockdiag.playbooks.socket.HostServiceOnLoopback;
import dockdiag.playbooks.socket.TargetHasNoListener;
import dockdiag.playbooks.socket.TargetOnLoopback;
import dockdiag.playbooks.swarm.OverlayPeerMissing;
import dockdiag.playbooks.swarm.OverlayPortBlocked;
import dockdiag.playbooks.swarm.ServiceHasNoTask;
import dockdiag.playbooks.swarm.SwarmNodeDown;
import dockdiag.playbooks.swarm.VipWithoutIpvs;
import dockdiag.playbooks.sysctl.IcmpIgnored;
import dockdiag.playbooks.sysctl.PingNotPermitted;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A container does not reach another one, nor the host, nor an address.
public final class ContainersCannotTalk implements Playbook<Contact> {

  /// What is good to know where it works, is the cause where it does not.
  private static final Check<Contact> SELF = new LocalhostMeansSelf().within(Contact::naming);

  private static final List<Check<? super Contact>> CALLER =
      List.of(
          new ContainerRestarting().within(Contact::caller),
          new ContainerNotRunning().within(Contact::caller),
          new SharedNamespaceStale().within(Contact::caller));

  private static final List<Check<? super Contact>> ENDS =
      List.of(new TargetNotRunning(), new NoSharedNetwork());

  /// Of a name that a service of the swarm has.
  private static final List<Check<? super Contact>> SERVICE =
      List.of(
          new ServiceHasNoTask().within(Contact::service),
          new VipWithoutIpvs().within(Contact::service));

  /// Of a name that nobody on this host bears, while the caller is on a network of several hosts.
  private static final List<Check<? super Contact>> TOLD =
      List.of(
          new OverlayPortBlocked().within(Contact::told).bringing("name-not-found"),
          new SwarmNodeDown().within(Contact::told).bringing("name-not-found"));

  /// From the container's own files outwards, to what is answered in the end.
  private static final List<Check<? super Contact>> NAMES =
      List.of(
          new HostsFileOverride().within(Contact::naming),
          new ResolvConfOverridden().within(Contact::naming),
          new DefaultBridgeHasNoNames().within(Contact::naming),
          new EmbeddedDnsUnreachable().within(Contact::naming),
          new AliasMissing(),
          new SearchDomainMisleads().within(Contact::naming),
          new NameResolvesElsewhere(),
          new NameNotFound().within(Contact::naming),
          new AaaaWithoutRoute().within(Contact::naming),
          new HostnameWithUnderscore().within(Contact::naming),
          new AliasShared());

  /// From the caller's cable over the bridge and its rules to the other end's socket.
  private static final List<Check<? super Contact>> WAY =
      List.of(
          new InterfaceDown(),
          new VethDetached(),
          new BridgeDown(),
          new MacvlanParentDown(),
          new MacvlanHostIsolation(),
          new AddressConflict(),
          new DuplicateMac(),
          new NeighbourStale(),
          new NeighbourFailed(),
          new IccDisabled(),
          new BridgeFiltered(),
          new HairpinThroughHost(),
          new ForwardDropped().within(Contact::flow),
          new InputDropped().within(Contact::flow),
          new ContainerFirewall().within(Contact::flow),
          new ReplyDropped().within(Contact::flow),
          new IcmpIgnored(),
          new PingNotPermitted(),
          new DependencyNotReady(),
          new HostPortUsedBetweenContainers(),
          new TargetOnLoopback(),
          new HostServiceOnLoopback(),
          new TargetHasNoListener(),
          new MtuMismatch());

  /// From the caller's interface by the wires between the nodes.
  private static final List<Check<? super Contact>> BEYOND =
      List.of(
          new InterfaceDown(),
          new OverlayPortBlocked().within(Contact::beyond),
          new OverlayPeerMissing().within(Contact::beyond),
          new MtuMismatch());

  @Override
  public String name() {
    return "ping";
  }

  @Override
  public List<Check<? super Contact>> checks() {
    Set<String> seen = new HashSet<>();
    return Stream.of(CALLER, ENDS, SERVICE, TOLD, NAMES, List.of(SELF), BEYOND, WAY)
        .<Check<? super Contact>>flatMap(List::stream)
        .filter(check -> seen.add(check.slug()))
        .toList();
  }

  @Override
  public List<Check<? super Contact>> checks(Contact scope) {
    return switch (scope.part()) {
      case Part.Ends _ ->
          scope.from().isEmpty()
              ? ENDS
              : Stream.of(CALLER, ENDS).<Check<? super Contact>>flatMap(List::stream).toList();
      case Part.Service _ -> SERVICE;
      case Part.Told _ -> TOLD;
      case Part.Names _ -> NAMES;
      case Part.Way(Target target) when target.isBeyond() -> BEYOND;
      case Part.Way _ ->
          scope.isByName()
              ? Stream.of(List.of(SELF), WAY).<Check<? super Contact>>flatMap(List::stream).toList()
              : WAY;
    };
  }

  /// Who is to reach whom, nobody has said.
  @Override
  public List<Contact> everywhere(Facts facts) {
    return List.of();
  }

  @Override
  public void lookAgain(Contact asked, Facts facts) throws Unobservable {
    if (asked.from().isPresent()) {
      Unchanged.container(asked.from().get(), facts);
    }
    Unchanged.networks(facts);
  }

  @Override
  public void prepare(Contact asked, Facts facts) {
    ContactPreparation.of(asked, facts);
  }

  @Override
  public List<Contact> scopes(Contact asked, Facts facts) throws Unobservable {
    List<Contact> scopes = new ArrayList<>();
    scopes.add(asked);
    if (asked.from().isPresent() && !facts.get(asked.caller().inspect()).hasProcess()) {
      return scopes; // it asks nobody
    }
    List<Target> targets = facts.infer(asked.targets());
    if (asked.isByName()) {
      if (asked.targets().isService(facts)) {
        scopes.add(asked.part(new Part.Service()));
      }
      if (targets.isEmpty() && !asked.targets().overlays(facts).isEmpty()) {
        scopes.add(asked.part(new Part.Told()));
      }
      scopes.add(asked.part(new Part.Names()));
    }
    for (Target target : targets) {
      scopes.add(asked.part(new Part.Way(target)));
    }
    return scopes;
  }

  @Override
  public List<Reach> reach(Contact scope, Facts facts) {
    return scope.part() instanceof Part.Way ? ContactReach.of(scope, facts) : List.of();
  }

  @Override
  public List<PathStep> path(Contact scope, Facts facts) {
    return scope.part() instanceof Part.Way ? ContactReach.path(scope, facts) : List.of();
  }

  /// Whatever of the host it concerns, it is found for those two.
  @Override
  public Finding tried(Contact scope, Check<? super Contact> check, Finding finding, Facts facts) {
    Finding here = finding.about(scope.subject());
    boolean decides = check.slug().equals(SELF.slug()) && isRefused(scope, facts);
    return new Trial<>(scope, check, facts).of(decides ? here.decisive() : here);
  }

  private static boolean isRefused(Contact contact, Facts facts) {
    try {
      for (Target target : facts.infer(contact.targets())) {
        Optional<Reach.Fate> fate = Sending.of(contact, target.address(), facts).fate(facts);
        if (fate.filter(Reach.Fate::fails).isPresent()) {
          return true;
        }
      }
      return false;
    } catch (Unobservable unsent) {
      return false;
    }
  }
}

package dockdiag.playbooks.contact;

import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.Names;
import dockdiag.playbooks.resolver.Names.Bearer;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.ResolutionOf;
import dockdiag.playbooks.resolver.Resolver;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.HostsEntry;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.swarm.MembershipProbe;
import dockdiag.probes.swarm.ServicesProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The question which ends are meant by a word of the command line.
///
/// Of several containers of one name those count that the caller shares a network with; where there
/// is none such, whoever bears it elsewhere.
public record TargetsOf(Optional<String> from, String to) implements Inference<List<Target>> {

  @Override
  public List<Target> infer(Facts facts) throws Unobservable {
    Optional<Address> literal = Address.parse(to);
    if (literal.isPresent()) {
      return List.of(having(literal.get(), facts));
    }
    if (to.equals(Contact.HOST)) {
      return List.of(Target.of(HostAddress.asked(from, facts)));
    }
    Names names = facts.infer(new NamesOf());
    return names.called(to).isEmpty() ? outside(facts) : called(names, facts);
  }

  /// The networks that the caller is on, by their ids; of the host none.
  public Set<String> networks(Facts facts) throws Unobservable {
    return from.isEmpty()
        ? Set.of()
        : ResolverOf.endpoints(facts.get(new ContainerProbe(from.get())), facts).stream()
            .map(Endpoint::networkId)
            .collect(Collectors.toSet());
  }

  /// Those of them that several hosts share.
  public List<DockerNetwork> overlays(Facts facts) throws Unobservable {
    Set<String> own = networks(facts);
    return facts.get(new NetworksProbe()).stream()
        .filter(network -> network.driver().equals("overlay") && own.contains(network.id()))
        .toList();
  }

  /// Whether it is a service of the swarm, as managers tell, and the caller may ask for it so.
  public boolean isService(Facts facts) throws Unobservable {
    return !overlays(facts).isEmpty()
        && facts.get(new MembershipProbe()).isTold()
        && facts.get(new ServicesProbe()).stream().anyMatch(one -> one.name().equals(to));
  }

  private Target having(Address address, Facts facts) throws Unobservable {
    Optional<Target> here = here(address, _ -> true, facts);
    return here.isPresent() ? here.get() : elsewhere(address, facts);
  }

  /// A container of this host that has it, on such a network.
  private static Optional<Target> here(Address address, Predicate<String> network, Facts facts)
      throws Unobservable {
    for (ContainerSummary one : facts.get(new ContainersProbe())) {
      for (Endpoint endpoint : one.endpoints()) {
        boolean has = endpoint.addresses().contains(address) && network.test(endpoint.networkId());
        if (has && one.status() == Container.Status.RUNNING) {
          Optional<String> id = Optional.of(endpoint.networkId());
          return Optional.of(new Target(Optional.of(one.name()), id, List.of(address)));
        }
      }
    }
    return Optional.empty();
  }

  /// On a network that the caller shares with containers of other nodes, or anywhere.
  private Target elsewhere(Address address, Facts facts) throws Unobservable {
    for (DockerNetwork overlay : overlays(facts)) {
      if (overlay.contains(address)) {
        return here(address, overlay.id()::equals, facts)
            .orElseGet(() -> Target.beyond(overlay, address));
      }
    }
    return Target.of(address);
  }

  private List<Target> called(Names names, Facts facts) throws Unobservable {
    List<Bearer> running = names.called(to).stream().filter(Bearer::running).toList();
    Optional<Bearer> onHost =
        running.stream().filter(one -> one.network().equals(Contact.HOST)).findFirst();
    if (onHost.isPresent() && on(networks(facts), running).isEmpty()) {
      Address address = HostAddress.asked(from, facts);
      return List.of(
          new Target(Optional.of(onHost.get().container()), Optional.empty(), List.of(address)));
    }
    Set<String> own = networks(facts);
    Set<String> containers = running.stream().map(Bearer::container).collect(Collectors.toSet());
    List<Bearer> shared = on(own, running);
    if (shared.isEmpty()) {
      shared =
          on(own, names.bearers()).stream()
              .filter(one -> containers.contains(one.container()))
              .toList();
    }
    return (shared.isEmpty() ? bridged(running, facts) : shared)
        .stream().filter(one -> !one.addresses().isEmpty()).map(TargetsOf::target).toList();
  }

  /// Those on bridges of the host, whom everybody on it comes to; where there is none, all.
  private static List<Bearer> bridged(List<Bearer> all, Facts facts) throws Unobservable {
    Set<String> bridges =
        facts.get(new NetworksProbe()).stream()
            .filter(network -> network.bridge().isPresent())
            .map(DockerNetwork::id)
            .collect(Collectors.toSet());
    List<Bearer> bridged = on(bridges, all);
    return bridged.isEmpty() ? all : bridged;
  }

  private static List<Bearer> on(Set<String> networks, List<Bearer> bearers) {
    return bearers.stream().filter(one -> networks.contains(one.networkId())).toList();
  }

  private static Target target(Bearer bearer) {
    return new Target(
        Optional.of(bearer.container()), Optional.of(bearer.networkId()), bearer.addresses());
  }

  /// Whoever the name leads to.
  private List<Target> outside(Facts facts) throws Unobservable {
    if (from.isEmpty()) {
      return List.of();
    }
    Resolver resolver = facts.infer(new ResolverOf(from.get()));
    Optional<HostsEntry> written = InHosts.of(resolver, to, facts);
    if (written.isPresent()) {
      return List.of(having(written.get().address(), facts));
    }
    List<Target> targets = new ArrayList<>();
    for (Address address : facts.infer(new ResolutionOf(from.get(), to)).addresses()) {
      targets.add(elsewhere(address, facts));
    }
    return targets;
  }
}

package dockdiag.playbooks.topology;

import dockdiag.playbooks.Subject;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.DockerNetwork;
import dockdiag.probes.docker.Endpoint;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A container in a network.
///
/// @param described what the engine says of a container that has a process
/// @param inside the interfaces of its own network namespace
/// @param outside those of the host
public record Plug(
    DockerNetwork network,
    ContainerSummary container,
    Endpoint endpoint,
    Seen<Container> described,
    Seen<List<Link>> inside,
    Seen<List<Link>> outside) {

  /// The drivers of the networks `host` and `none`.
  private static final Set<String> WITHOUT_INTERFACES = Set.of("host", "null");

  /// As reports name it.
  public Subject subject() {
    return Cables.subject(network).with("container", container.name());
  }

  /// Whether it has an interface of its own in this network, be its processes frozen.
  public boolean isLive() {
    boolean running =
        container.status() == Container.Status.RUNNING
            || container.status() == Container.Status.PAUSED;
    return running && !WITHOUT_INTERFACES.contains(network.driver());
  }

  /// Names that somebody gave it there; engines before 25 list its id among them.
  public List<String> aliases() {
    return endpoint.aliases().stream()
        .filter(alias -> !container.id().startsWith(alias) && !alias.equals(container.name()))
        .toList();
  }

  /// Its own network namespace.
  ///
  /// @throws Unobservable where the engine does not tell its process
  public Namespace namespace() throws Unobservable {
    return new Namespace.OfContainer(container.name(), described.get().state().pid());
  }

  /// What stands before a command that is to be run in its network namespace.
  ///
  /// @throws Unobservable where the engine does not tell its process
  public String enter() throws Unobservable {
    return "nsenter --target " + described.get().state().pid() + " --net ";
  }

  /// What sees its interfaces.
  ///
  /// @throws Unobservable where the engine does not tell its process
  public LinksProbe links() throws Unobservable {
    return new LinksProbe(namespace());
  }

  /// The interface inside that the engine made for this network: it has the Ethernet address that
  /// the engine gave, or, where several have it as on ipvlan, the IP address.
  ///
  /// @throws Unobservable where its interfaces cannot be seen
  public Optional<Link> plug() throws Unobservable {
    List<Link> links = inside.get();
    List<Link> byMac =
        links.stream()
            .filter(link -> link.mac().isPresent() && link.mac().equals(endpoint.mac()))
            .toList();
    return byMac.size() == 1 ? Optional.of(byMac.getFirst()) : holding(links);
  }

  private Optional<Link> holding(List<Link> links) {
    return links.stream()
        .filter(link -> link.addresses().stream().anyMatch(this::isGiven))
        .findFirst();
  }

  private boolean isGiven(Link.Assigned assigned) {
    return endpoint.addresses().contains(assigned.address());
  }

  /// The same, of one that must have it.
  ///
  /// @throws Unobservable where there is none: it changes at this moment, or somebody removed it
  public Link plugged() throws Unobservable {
    return plug()
        .orElseThrow(
            () ->
                new Unobservable(
                    Reason.NOT_PRESENT,
                    "no interface of " + container.name() + " is in " + network.name()));
  }

  /// The host's end of its veth pair; empty where the driver makes none.
  ///
  /// @throws Unobservable where one of the two sides cannot be seen
  public Optional<Link> socket() throws Unobservable {
    if (network.bridge().isEmpty()) {
      return Optional.empty();
    }
    Link inner = plugged();
    return outside.get().stream()
        .filter(link -> link.kind().equals("veth"))
        .filter(link -> inner.peer().equals(Optional.of(link.index())))
        .filter(link -> link.peer().equals(Optional.of(inner.index())))
        .findFirst();
  }
}

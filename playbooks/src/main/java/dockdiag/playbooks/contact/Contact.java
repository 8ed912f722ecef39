package dockdiag.playbooks.contact;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Subject;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Cluster.Kind;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is to reach whom.
///
/// @param from a container by its name; empty: the host itself
/// @param to as it was asked: a name, an address, or `host`
/// @param port empty: an echo
/// @param part what of it is examined
public record Contact(Optional<String> from, String to, Optional<Port> port, Part part)
    implements Wired {

  /// The word for the host itself.
  public static final String HOST = "host";

  /// What is examined.
  public sealed interface Part {

    /// Whether both ends are there, on a network that they share.
    record Ends() implements Part {}

    /// Whether the service of the swarm that is asked for can be reached at all.
    record Service() implements Part {}

    /// Whether the nodes of the swarm tell each other of a name that leads nowhere.
    record Told() implements Part {}

    /// Whether the name leads to the other end.
    record Names() implements Part {}

    /// The way to one of the ends that are meant.
    record Way(Target target) implements Part {}
  }

  /// Of a container, or of the host where that is empty.
  public static Contact of(Optional<String> from, String to, Optional<Port> port) {
    return new Contact(from, to, port, new Part.Ends());
  }

  /// Another part of the same.
  public Contact part(Part other) {
    return new Contact(from, to, port, other);
  }

  /// Whether a name was asked for, which somebody has to resolve.
  public boolean isByName() {
    return from.isPresent() && !to.equals(HOST) && Address.parse(to).isEmpty();
  }

  /// All that are meant.
  public TargetsOf targets() {
    return new TargetsOf(from, to);
  }

  /// The one whose way is examined.
  public Target target() {
    if (part instanceof Part.Way(Target target)) {
      return target;
    }
    throw new IllegalStateException("no way of " + this);
  }

  /// Who asks, as a container of its own.
  public Flow caller() {
    return Flow.to(from.orElse(HOST));
  }

  /// The way to the target, for checks of whoever stops a request.
  public Flow flow() {
    Flow whole = Flow.to(target().container().orElse(HOST));
    return port.map(whole::at).orElse(whole).by(new Flow.Caller(from, target().address()));
  }

  /// The container that asks, and the name.
  public Naming naming() {
    return Naming.of(from.orElse(HOST)).asking(to);
  }

  /// The name, as that of a service of the swarm.
  public Cluster service() {
    return Cluster.ALL.of(Kind.SERVICE, to);
  }

  /// The name, as the nodes of the swarm tell each other.
  public Cluster told() {
    return Cluster.ALL.of(Kind.NAME, to);
  }

  /// The target's address, which another node of the swarm has.
  public Cluster beyond() {
    return Cluster.ALL.of(Kind.ADDRESS, target().address().toString());
  }

  /// What becomes of a request to that address of the target.
  public ExchangeOf question(Address address) {
    Client client = from.<Client>map(Client.InContainer::new).orElseGet(Client.OnHost::new);
    return new ExchangeOf(client, address, port);
  }

  /// How the request ends, by all rules on its way.
  ///
  /// @throws Unobservable where that cannot be told
  public End end(Facts facts) throws Unobservable {
    End end = facts.infer(question(target().address())).end();
    if (end instanceof End.Undecided(String why)) {
      Netns.of(facts, Namespace.HOST);
      Netns.of(facts, namespace(facts));
      throw new Unobservable(Unobservable.Reason.NOT_UNDERSTOOD, why);
    }
    return end;
  }

  /// Whether a container asks the host itself, by an address that is not the container's own.
  public boolean asksHost(Facts facts) throws Unobservable {
    Address address = target().address();
    return from.isPresent() && !address.isLoopback() && HostAddress.all(facts).contains(address);
  }

  /// Where the request begins.
  public Namespace namespace(Facts facts) throws Unobservable {
    return from.isEmpty() ? Namespace.HOST : caller().inside(facts.get(caller().inspect()));
  }

  /// The one that both are on; of none as long as no way is examined.
  @Override
  public List<Cables> networks(Facts facts) throws Unobservable {
    if (!(part instanceof Part.Way)) {
      return List.of();
    }
    return facts.infer(new TopologyOf()).networks().stream()
        .filter(cables -> target().network().equals(Optional.of(cables.network().id())))
        .toList();
  }

  /// The caller's and the target's on the network that they share.
  @Override
  public List<Plug> plugs(Facts facts) throws Unobservable {
    return networks(facts).stream()
        .flatMap(cables -> cables.plugs().stream())
        .filter(plug -> isMeant(plug.container().name()))
        .toList();
  }

  private boolean isMeant(String container) {
    return from.equals(Optional.of(container))
        || target().container().equals(Optional.of(container));
  }

  @Override
  public Subject subject() {
    Subject who = from.map(Subject::container).orElseGet(() -> new Subject(Map.of("from", HOST)));
    Subject whom = who.with("to", to);
    return port.map(one -> whom.with("port", one.toString())).orElse(whom);
  }

  /// Who is not there reaches nobody, and nobody reaches a service that leads nowhere; by address
  /// one may be reached whose name is not known.
  @Override
  public boolean standsBefore() {
    return part instanceof Part.Ends || part instanceof Part.Service;
  }
}

package dockdiag.playbooks.outward;

import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Subject;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.Exchange;
import dockdiag.playbooks.exchange.Requesting;
import dockdiag.playbooks.exchange.RoundTripOf;
import dockdiag.playbooks.resolver.Naming;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.Plug;
import dockdiag.playbooks.topology.Seen;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.link.Link;
import dockdiag.probes.link.LinksProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Optional;

/// A container that is to reach the outside.
///
/// @param container by its name
/// @param whom it asks; empty: anybody
/// @param part what of its way is examined
public record Egress(String container, Optional<Whom> whom, Part part)
    implements Wired, Requesting {

  /// Somebody outside.
  ///
  /// @param host a name or an address
  /// @param port empty where any answer will do
  public record Whom(String host, Optional<Port> port) {

    /// Whether it has to be looked up first.
    public boolean isName() {
      return Address.parse(host).isEmpty();
    }

    @Override
    public String toString() {
      Optional<Address> literal = Address.parse(host);
      String whole = port.map(one -> host + ":" + one.brief()).orElse(host);
      return literal.isPresent() && port.isPresent()
          ? literal.get().with(port.get().number())
          : whole;
    }
  }

  /// What is examined.
  public enum Part {
    /// Whether the container can ask at all.
    CONTAINER,
    /// From the container to its gateway.
    CABLE,
    /// What the host as such makes of its packets.
    HOST,
    /// How it gets to its DNS servers, where the name does not resolve.
    SERVERS,
    /// What the name resolves to.
    NAME,
    /// The way to whom it asks.
    WAY
  }

  /// Of that container, to anybody.
  public static Egress of(String container) {
    return new Egress(container, Optional.empty(), Part.WAY);
  }

  /// The same, to that one.
  public Egress to(Whom one) {
    return new Egress(container, Optional.of(one), part);
  }

  /// That part of it.
  public Egress at(Part one) {
    return new Egress(container, whom, one);
  }

  /// The container as a whole, for checks that know no outside.
  public Flow flow() {
    return Flow.to(container);
  }

  /// The name that it asks for, for checks of names.
  public Naming naming() {
    Naming whatever = Naming.of(container);
    return whom.filter(Whom::isName).map(Whom::host).map(whatever::asking).orElse(whatever);
  }

  /// What the engine says of the container.
  public ContainerProbe inspect() {
    return new ContainerProbe(container);
  }

  @Override
  public Subject subject() {
    Subject whole = Subject.container(container);
    return switch (part) {
      case CONTAINER, CABLE, HOST, SERVERS -> whole;
      case NAME -> naming().subject();
      case WAY -> whom.map(one -> whole.with("to", one.toString())).orElse(whole);
    };
  }

  @Override
  public boolean standsBefore() {
    return part != Part.WAY;
  }

  /// What it tries.
  ///
  /// @throws Unobservable where it cannot be told whom it asks
  public List<Outing> outings(Facts facts) throws Unobservable {
    return facts.infer(new OutingsOf(container, whom));
  }

  /// Whom it asks first, and nobody in particular not at all.
  ///
  /// @throws Unobservable where it cannot be told whom it asks
  public List<Target> first(Facts facts) throws Unobservable {
    if (whom.isEmpty()) {
      return witnesses(facts).stream().map(Outing::target).toList();
    }
    Optional<Address> address = address(facts);
    return address.stream().map(one -> OutingsOf.first(one, whom.get())).toList();
  }

  /// Those of them that did not get there, as far as is known; none where whoever was named is
  /// reached in one of the ways. Where nobody was named, one who is reached speaks for the others
  /// whose packets are real, and not for anybody.
  ///
  /// @throws Unobservable where it cannot be told whom it asks
  public List<Outing> pending(Facts facts) throws Unobservable {
    List<Outing> all = outings(facts);
    boolean reached = all.stream().anyMatch(outing -> outing.isReached(facts));
    return all.stream()
        .filter(outing -> !reached || outing.target().kind() == Target.Kind.ANYBODY)
        .toList();
  }

  /// What the rules make of one of them.
  ///
  /// @throws Unobservable where they do not tell, and no real packet got out
  public Exchange walked(Outing outing, Facts facts) throws Unobservable {
    Exchange walked = facts.infer(outing.trip());
    if (walked.end() instanceof End.Undecided(String why) && !isReached(facts)) {
      throw new Unobservable(Reason.NOT_UNDERSTOOD, why);
    }
    return walked;
  }

  /// The DNS servers outside that the container's and the host's settings name.
  List<Outing> witnesses(Facts facts) throws Unobservable {
    return facts.infer(new ServersOf(container));
  }

  @Override
  public List<RoundTripOf> requests(Facts facts) throws Unobservable {
    return outings(facts).stream().map(Outing::trip).toList();
  }

  /// Where its packets leave it.
  ///
  /// @throws Unobservable where its network cannot be seen
  public Exit exit(Facts facts) throws Unobservable {
    return facts.infer(new ExitOf(container, destination(facts)));
  }

  /// Whether the name, if it is one, has an address.
  public boolean resolves(Facts facts) {
    return address(facts).isPresent();
  }

  /// Where its packets go; to nobody in particular where that is not known.
  public Address destination(Facts facts) {
    return address(facts).orElseGet(() -> Target.stranger(isIpv6Alone(facts)));
  }

  private boolean isIpv6Alone(Facts facts) {
    try {
      return facts.infer(new Ipv6Alone(container));
    } catch (Unobservable unknown) {
      return false; // the checks of its networks say so
    }
  }

  /// Whether its programs leave the name to a proxy: they ask for it by HTTP, and cannot resolve it
  /// themselves.
  ///
  /// @throws Unobservable where the container cannot be seen
  public boolean isLeftToProxy(Facts facts) throws Unobservable {
    return isForWeb()
        && whom.filter(Whom::isName).isPresent()
        && WebProxy.of(facts.get(inspect()), whom).isPresent()
        && !resolves(facts);
  }

  /// Where the container finds a host; empty where it does not.
  ///
  /// @throws Unobservable where nobody tells
  public Optional<Address> address(String host, Facts facts) throws Unobservable {
    return facts.infer(new AddressOf(container, host));
  }

  /// Whether its programs would ask by HTTP, as far as is known.
  public boolean isForWeb() {
    return whom.flatMap(Whom::port).map(Target::isWeb).orElse(true);
  }

  private Optional<Address> address(Facts facts) {
    try {
      return whom.isEmpty() ? Optional.empty() : address(whom.get().host(), facts);
    } catch (Unobservable unknown) {
      return Optional.empty(); // the checks of names say so
    }
  }

  /// Whether one of its attempts got there.
  public boolean isReached(Facts facts) {
    try {
      return outings(facts).stream().anyMatch(outing -> outing.isReached(facts));
    } catch (Unobservable unknown) {
      return false;
    }
  }

  @Override
  public Optional<Address> missed(Facts facts) {
    return isReached(facts) ? Optional.empty() : address(facts);
  }

  @Override
  public List<Cables> networks(Facts facts) throws Unobservable {
    Seen<List<Link>> outside = Seen.of(new LinksProbe(Namespace.HOST), facts);
    return plugs(facts).stream()
        .map(plug -> new Cables(plug.network(), outside, List.of(plug)))
        .toList();
  }

  @Override
  public List<Plug> plugs(Facts facts) throws Unobservable {
    return exit(facts).ways();
  }
}

package dockdiag.playbooks.outward;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.route.Policy;
import dockdiag.probes.Facts;
import dockdiag.probes.Inference;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.net.Address;
import dockdiag.probes.route.RoutingProbe;
import dockdiag.probes.route.RoutingProbe.IpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The question whom a container tries to reach.
///
/// Whom somebody named, he is asked: without a port by HTTPS, then by HTTP. Where nobody was named,
/// or the name does not resolve, the DNS servers that the host or the container's settings name,
/// else the host's own next hop; and anybody else by the rules alone. Nobody is asked whom neither
/// the user nor the host's settings name.
record OutingsOf(String container, Optional<Egress.Whom> whom) implements Inference<List<Outing>> {

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int DNS = 53;

  @Override
  public List<Outing> infer(Facts facts) throws Unobservable {
    if (whom.isEmpty()) {
      return anybody(facts);
    }
    Optional<Address> address = facts.infer(new AddressOf(container, whom.get().host()));
    if (address.isPresent()) {
      return named(address.get(), facts);
    }
    boolean isForWeb = whom.get().port().map(Target::isWeb).orElse(true);
    Optional<Outing> proxied = isForWeb ? byProxy(facts) : Optional.empty();
    return proxied.isPresent() ? List.of(proxied.get()) : facts.infer(new ServersOf(container));
  }

  private Outing to(Target target, Facts facts) throws Unobservable {
    return Outing.of(container, target, facts);
  }

  private List<Outing> named(Address address, Facts facts) throws Unobservable {
    Egress.Whom asked = whom.orElseThrow();
    Outing first = to(first(address, asked), facts);
    if (!first.isFailed(facts)) {
      return List.of(first);
    }
    Optional<Outing> proxied = byProxy(facts).filter(outing -> outing.isReached(facts));
    if (first.target().isWeb() && proxied.isPresent()) {
      return List.of(proxied.get());
    }
    return asked.port().isPresent()
        ? List.of(first)
        : List.of(first, to(Target.host(address, HTTP), facts));
  }

  static Target first(Address address, Egress.Whom whom) {
    return whom.port()
        .map(port -> Target.service(address, port))
        .orElseGet(() -> Target.host(address, HTTPS));
  }

  /// Its programs ask the proxy that its environment names, whatever becomes of direct packets.
  private Optional<Outing> byProxy(Facts facts) throws Unobservable {
    Optional<WebProxy> proxy = WebProxy.of(facts.get(new ContainerProbe(container)), whom);
    Optional<Address> address =
        proxy.isEmpty()
            ? Optional.empty()
            : facts.infer(new AddressOf(container, proxy.get().host()));
    return address.isEmpty()
        ? Optional.empty()
        : Optional.of(to(Target.service(address.get(), proxy.orElseThrow().port()), facts));
  }

  private List<Outing> anybody(Facts facts) throws Unobservable {
    Address stranger = stranger(facts);
    Optional<Outing> proxied = byProxy(facts);
    if (proxied.isPresent() && facts.infer(new ExitOf(container, stranger)).isKeptInside()) {
      return List.of(proxied.get()); // whom else it asks it asks in vain
    }
    List<Outing> outings = new ArrayList<>(facts.infer(new ServersOf(container)));
    if (outings.stream().allMatch(outing -> outing.isFailed(facts))) {
      Optional<Address> hop = nextHop(facts);
      if (hop.isPresent()) {
        Outing near = to(Target.host(hop.get(), DNS), facts);
        if (near.isReached(facts) || near.isReachedByHost(facts)) {
          outings.add(near); // one that is silent to both may just not talk
        }
      }
    }
    outings.add(to(Target.anybody(stranger), facts));
    return outings;
  }

  /// One of the link alone is asked by nobody without naming the link, too.
  private Optional<Address> nextHop(Facts facts) throws Unobservable {
    boolean ipv6 = facts.infer(new Ipv6Alone(container));
    RoutingProbe routing = new RoutingProbe(Namespace.HOST, ipv6 ? IpVersion.V6 : IpVersion.V4);
    return new Policy(facts.get(routing))
        .choice(Target.stranger(ipv6))
        .flatMap(choice -> choice.route().via())
        .filter(hop -> !hop.value().isLinkLocalAddress());
  }

  private Address stranger(Facts facts) throws Unobservable {
    boolean ipv6 = facts.infer(new Ipv6Alone(container));
    return Client.outside(facts, Optional.empty(), ipv6 ? Address.ANY6 : Address.ANY4)
        .filter(Client.Outside.class::isInstance)
        .map(client -> ((Client.Outside) client).address())
        .orElse(Target.stranger(ipv6));
  }
}

package dockdiag.cli.path;

import dockdiag.cli.report.Unseen;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.contact.Contact;
import dockdiag.playbooks.contact.HostAddress;
import dockdiag.playbooks.contact.TargetsOf;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.resolver.InHosts;
import dockdiag.playbooks.resolver.NamesOf;
import dockdiag.playbooks.resolver.ResolverOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.dns.LookupProbe;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns the words FROM and TO of a command line into a question.
public final class Asking {

  /// The container that a word means.
  @FunctionalInterface
  public interface Names {

    /// Its full name.
    ///
    /// @throws Stop where it means none, or several
    String container(String typed) throws Unobservable;
  }

  private static final String OUTSIDE = "outside";
  private static final String HOST = "host";

  private final Facts facts;
  private final Names names;
  private final Optional<Address> stranger;

  /// @param stranger the outside client that is meant, where it is known
  public Asking(Facts facts, Names names, Optional<Address> stranger) {
    this.facts = facts;
    this.names = names;
    this.stranger = stranger;
  }

  /// The question.
  ///
  /// @throws Stop where the words mean nothing
  /// @throws Unobservable where the engine does not tell
  public ExchangeOf of(String from, String to) throws Unobservable {
    Target target = Target.parse(to);
    Optional<Address> literal = Address.parse(target.name());
    Reached reached;
    if (literal.isPresent()) {
      reached = new Reached(literal.get(), target.port());
    } else if (target.name().equals(HOST)) {
      reached = new Reached(host(from), target.port());
    } else {
      reached = container(container(target.name()), target, from);
    }
    return new ExchangeOf(client(from, reached.address()), reached.address(), reached.port());
  }

  /// The same for real packets, which begin on this host.
  ///
  /// @throws Stop where the words mean nothing
  /// @throws Unobservable where the engine does not tell
  public Contact contact(String from, String to) throws Unobservable {
    if (isOutside(from)) {
      throw stop("outside.unsent", from, to);
    }
    Target target = Target.parse(to);
    Optional<String> caller =
        client(from, Address.LOOPBACK4) instanceof Client.InContainer(String name)
            ? Optional.of(name).filter(one -> !isInHostsNetwork(one))
            : Optional.empty();
    return Contact.of(caller, meant(caller, target.name()), target.port());
  }

  /// A name that somebody bears, or that leads somewhere, as it stands; else a container's.
  private String meant(Optional<String> caller, String typed) throws Unobservable {
    boolean known =
        typed.equals(HOST)
            || Address.parse(typed).isPresent()
            || !facts.infer(new NamesOf()).called(typed).isEmpty()
            || new TargetsOf(caller, typed).isService(facts)
            || (caller.isPresent() && typed.contains(".") && LookupProbe.isName(typed))
            || (caller.isPresent() && isInHosts(typed, caller.get()));
    return known ? typed : named(caller, typed);
  }

  /// A container's of this host, or one that another may have.
  private String named(Optional<String> caller, String typed) throws Unobservable {
    try {
      return names.container(typed);
    } catch (Stop none) {
      boolean shares = !new TargetsOf(caller, typed).overlays(facts).isEmpty();
      if (shares && LookupProbe.isName(typed)) {
        return typed;
      }
      throw none;
    }
  }

  private boolean isInHosts(String typed, String caller) {
    try {
      return InHosts.of(facts.infer(new ResolverOf(caller)), typed, facts).isPresent();
    } catch (Unobservable unknown) {
      return false; // so that it can only be a container's
    }
  }

  private boolean isInHostsNetwork(String container) {
    try {
      NetworkMode mode = facts.get(new ContainerProbe(container)).networking().mode();
      return mode instanceof NetworkMode.OfHost;
    } catch (Unobservable gone) {
      return false; // whoever asks for it will be told the same
    }
  }

  /// @param port empty: an echo
  private record Reached(Address address, Optional<Port> port) {}

  private static Stop stop(String key, Object... words) {
    return new Stop(ExitCode.USAGE, PathTexts.say(key, words));
  }

  private Container container(String typed) throws Unobservable {
    return facts.get(new ContainerProbe(names.container(typed)));
  }

  /// From outside by the host's address, where it publishes that port, or any; else by its own.
  private Reached container(Container container, Target target, String from) throws Unobservable {
    Optional<PublishedPort> binding =
        container.published().stream()
            .filter(one -> target.port().map(one.container()::equals).orElse(true))
            .findFirst();
    if (isOutside(from) && binding.isPresent()) {
      Address host = Entrance.of(binding.get(), facts).getFirst().probe().to();
      return new Reached(host, Optional.of(binding.get().host()));
    }
    return container.networking().mode() instanceof NetworkMode.OfHost
        ? new Reached(host(from), target.port())
        : new Reached(address(container, from), target.port());
  }

  private boolean isOutside(String from) throws Unobservable {
    return from.equals(OUTSIDE)
        || (Address.parse(from).isPresent()
            && !hosts().contains(Address.of(from))
            && owner(Address.of(from)).isEmpty());
  }

  /// On a network that both are on, if there is one.
  private Address address(Container container, String from) throws Unobservable {
    List<String> shared =
        isOutside(from) || from.equals(HOST) || Address.parse(from).isPresent()
            ? List.of()
            : container(from).endpoints().stream().map(one -> one.networkId()).toList();
    return Stream.concat(
            container.endpoints().stream().filter(one -> shared.contains(one.networkId())),
            container.endpoints().stream())
        .flatMap(endpoint -> endpoint.addresses().stream())
        .findFirst()
        .orElseThrow(() -> stop("address.none", container.name()));
  }

  private Address host(String from) throws Unobservable {
    return HostAddress.asked(Optional.of(from).filter(one -> !one.equals(HOST)), facts);
  }

  private List<Address> hosts() throws Unobservable {
    return HostAddress.all(facts);
  }

  private Client client(String from, Address to) throws Unobservable {
    Optional<Address> literal = Address.parse(from);
    if (from.equals(HOST) || (literal.isPresent() && hosts().contains(literal.get()))) {
      return new Client.OnHost();
    }
    if (literal.isPresent()) {
      Optional<String> owner = owner(literal.get());
      return owner.isPresent() ? new Client.InContainer(owner.get()) : outside(literal, from, to);
    }
    return from.equals(OUTSIDE)
        ? outside(stranger, from, to)
        : new Client.InContainer(container(from).name());
  }

  private Client outside(Optional<Address> address, String from, Address to) {
    try {
      return Client.outside(facts, address, to).orElseThrow(() -> stop("outside.none", from, to));
    } catch (Unobservable unknown) {
      throw new Stop(ExitCode.INCONCLUSIVE, Unseen.line(unknown));
    }
  }

  private Optional<String> owner(Address address) throws Unobservable {
    return facts.get(new ContainersProbe()).stream()
        .filter(one -> one.status() == Container.Status.RUNNING)
        .filter(
            one ->
                one.endpoints().stream()
                    .anyMatch(endpoint -> endpoint.addresses().contains(address)))
        .map(ContainerSummary::name)
        .findFirst();
  }
}

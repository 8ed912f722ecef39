package dockdiag.cli.path;

import dockdiag.cli.report.Unseen;
import dockdiag.cli.session.ExitCode;
import dockdiag.cli.session.Stop;
import dockdiag.playbooks.Entrance;
import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.docker.ContainerSummary;
import dockdiag.probes.docker.ContainersProbe;
import dockdiag.probes.docker.NetworkMode;
import dockdiag.probes.docker.NetworksProbe;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.machine.AddressesProbe;
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
      reached = new Reached(literal.get(), given(target, to));
    } else if (target.name().equals(HOST)) {
      reached = new Reached(host(from), given(target, to));
    } else {
      reached = container(container(target.name()), target, from);
    }
    Client client = client(from, reached.address());
    return new ExchangeOf(
        client, reached.port().protocol(), reached.address(), reached.port().number());
  }

  private record Reached(Address address, Port port) {}

  private static Port given(Target target, String typed) {
    return target.port().orElseThrow(() -> stop("port.none", typed));
  }

  private static Stop stop(String key, Object... words) {
    return new Stop(ExitCode.USAGE, PathTexts.say(key, words));
  }

  private Container container(String typed) throws Unobservable {
    return facts.get(new ContainerProbe(names.container(typed)));
  }

  /// From outside by the host's address, where it publishes the port; else by its own.
  private Reached container(Container container, Target target, String from) throws Unobservable {
    Port port =
        target
            .port()
            .or(() -> usual(container))
            .orElseThrow(() -> stop("port.which", container.name()));
    Optional<PublishedPort> binding =
        container.published().stream().filter(one -> one.container().equals(port)).findFirst();
    if (isOutside(from) && binding.isPresent()) {
      Address host = Entrance.of(binding.get(), facts).getFirst().probe().to();
      return new Reached(host, binding.get().host());
    }
    if (container.networking().mode() instanceof NetworkMode.OfHost) {
      return new Reached(host(from), port);
    }
    return new Reached(address(container, from), port);
  }

  /// The one that it publishes, or else declares.
  private static Optional<Port> usual(Container container) {
    return Stream.concat(
            container.published().stream().map(PublishedPort::container),
            container.config().exposedPorts().stream())
        .findFirst();
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

  /// For the host itself its loopback; for others the first address that is none of a bridge.
  private Address host(String from) throws Unobservable {
    if (from.equals(HOST)) {
      return Address.LOOPBACK4;
    }
    List<Address> own = hosts();
    var networks = facts.get(new NetworksProbe());
    return own.stream()
        .filter(one -> !one.isLoopback())
        .filter(one -> networks.stream().noneMatch(network -> network.contains(one)))
        .findFirst()
        .orElse(Address.LOOPBACK4);
  }

  private List<Address> hosts() throws Unobservable {
    return facts.get(new AddressesProbe(Namespace.HOST));
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

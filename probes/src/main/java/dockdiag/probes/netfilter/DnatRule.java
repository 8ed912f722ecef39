package dockdiag.probes.netfilter;

import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.net.Subnet;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A rule that sends packets on to another address, DNAT.
///
/// What it asks for stands in the first components; whatever else it asks for stands in `others`
/// unread, so that a rule with `others` may hit less than it seems to.
///
/// @param chain the chain that it stands in
/// @param protocol empty: any
/// @param destination to which addresses; empty: any
/// @param ports to which ports; empty: any
/// @param inInterface from which interface; empty: any
/// @param toAddress the first address that it sends packets to; empty: the address stays
/// @param toPorts empty: the port stays
public record DnatRule(
    Backend backend,
    Family family,
    String table,
    String chain,
    Ruleset.Rule rule,
    Optional<Protocol> protocol,
    Optional<Destination> destination,
    Optional<PortRange> ports,
    Optional<Interface> inInterface,
    Optional<Address> toAddress,
    Optional<PortRange> toPorts,
    List<String> others) {

  /// The destination that is asked for, or anything but it.
  public record Destination(Subnet subnet, boolean negated) {

    /// Whether packets to the address are meant.
    public boolean holds(Address address) {
      return subnet.contains(address) != negated;
    }
  }

  /// The interface that is asked for, or any but it.
  ///
  /// @param name ends in `+` or `*` where its beginning is meant
  public record Interface(String name, boolean negated) {}

  /// Its place, as a report cites it: `iptables nat DOCKER 3`.
  public String place() {
    return backend.command() + " " + table + " " + chain + " " + rule.number();
  }

  /// Whether it is meant for packets to that address and port, whatever else it asks for.
  public boolean isFor(Protocol asked, Address address, int port) {
    return protocol.map(asked::equals).orElse(true)
        && destination.map(wanted -> wanted.holds(address)).orElse(true)
        && ports.map(wanted -> wanted.contains(port)).orElse(true);
  }

  /// What the rule says; empty where it is no such rule.
  ///
  /// @param chain the chain that it stands in
  public static Optional<DnatRule> of(Table table, String chain, Ruleset.Rule rule) {
    return DnatReading.read(table, chain, rule);
  }

  static Stream<DnatRule> of(Table table, Chain chain) {
    return chain.rules().stream().flatMap(rule -> of(table, chain.name(), rule).stream());
  }
}

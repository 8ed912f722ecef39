package dockdiag.playbooks.contact;

import dockdiag.playbooks.Entrance;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.machine.AddressesProbe;
import dockdiag.probes.net.Address;
import java.util.List;
import java.util.Optional;

/// The host's own addresses.
public final class HostAddress {

  private HostAddress() {}

  /// The one that is meant by `host`: for the host itself its loopback, for others the first that
  /// is none of a bridge.
  ///
  /// @param from the container that asks; empty: the host
  public static Address asked(Optional<String> from, Facts facts) throws Unobservable {
    if (from.isEmpty()) {
      return Address.LOOPBACK4;
    }
    return Entrance.ownAddresses(facts).stream().findFirst().orElse(Address.LOOPBACK4);
  }

  /// All of them.
  public static List<Address> all(Facts facts) throws Unobservable {
    return facts.get(new AddressesProbe(Namespace.HOST));
  }
}

package dockdiag.playbooks.resolver;

import dockdiag.playbooks.exchange.Client;
import dockdiag.playbooks.exchange.End;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Protocol;
import java.util.Optional;

/// How questions get to a server, by the rules on their way.
public final class Ways {

  private Ways() {}

  public static End of(Upstream upstream, Container asker, Protocol protocol, Facts facts)
      throws Unobservable {
    Client client =
        upstream.isAskedByHost() ? new Client.OnHost() : new Client.InContainer(asker.name());
    int port = upstream.port().number();
    return facts.infer(new ExchangeOf(client, protocol, upstream.address(), port)).end();
  }

  /// The rule or policy that stops it.
  public static Optional<Place> rule(End end) {
    return end instanceof End.Stopped(_, Fate fate)
        ? switch (fate) {
          case Fate.Dropped(Place place) -> Optional.of(place);
          case Fate.Rejected(Place place, _) -> Optional.of(place);
          default -> Optional.empty();
        }
        : Optional.empty();
  }
}

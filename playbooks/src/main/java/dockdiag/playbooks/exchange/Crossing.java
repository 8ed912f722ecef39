package dockdiag.playbooks.exchange;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.Netns;
import dockdiag.playbooks.packetpath.Packet;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;

/// Requests on their way through the host alone, and answers back: what lies behind its bridges is
/// taken to answer.
public final class Crossing {

  /// How it ends.
  public enum Result {
    /// Request and answer pass, or the request is for the host's own processes.
    THROUGH,
    /// One of them is stopped.
    STOPPED,
    /// It cannot be told.
    UNKNOWN
  }

  private final Netns host;
  private final PacketPath path;

  private Crossing(Netns host) {
    this.host = host;
    this.path = new PacketPath(host);
  }

  /// Through the host as it is in these facts.
  public static Crossing of(Facts facts) throws Unobservable {
    return new Crossing(Netns.of(facts, Namespace.HOST));
  }

  /// How many rules the host has, at least 1.
  public int rules() {
    return 1
        + host.ruleset().tables().stream()
            .flatMap(table -> table.chains().stream())
            .mapToInt(chain -> chain.rules().size())
            .sum();
  }

  /// Of that client's request.
  public Result of(ExchangeOf asked) {
    Fate fate = request(asked);
    return fate instanceof Fate.Sent(String _, Packet packet)
        ? result(path.arriving(packet.answer()).fate())
        : result(fate);
  }

  private Fate request(ExchangeOf asked) {
    return switch (asked.client()) {
      case Client.Outside(Address address, String device) -> arriving(asked, address, device);
      case Client.OnBridge(String bridge, Address address) -> arriving(asked, address, bridge);
      case Client.OnHost() -> {
        Address source = host.source(asked.to()).orElse(asked.to());
        yield path.leaving(asked.request(source, asked.destination(), "")).fate();
      }
      case Client.InContainer(String name) -> new Fate.Undecided(name);
    };
  }

  private Fate arriving(ExchangeOf asked, Address source, String device) {
    return path.arriving(asked.request(source, asked.destination(), device)).fate();
  }

  private static Result result(Fate fate) {
    return switch (fate) {
      case Fate.Sent _, Fate.Delivered _ -> Result.THROUGH;
      case Fate.Dropped _, Fate.Rejected _, Fate.Lost _ -> Result.STOPPED;
      case Fate.Undecided _ -> Result.UNKNOWN;
    };
  }
}

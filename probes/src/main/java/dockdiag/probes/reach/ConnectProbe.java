package dockdiag.probes.reach;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.Map;

/// One real connection or datagram.
///
/// @param from the namespace in which it begins
/// @param hello all that is sent; nothing where it is empty
public record ConnectProbe(Namespace from, Address to, Port port, String hello)
    implements Probe<Reach> {

  @Override
  public Reach observe(Host host) throws Unobservable {
    String body = host.ask(new Request.Connect(from, to, port, hello)).body();
    Map<String, String> answer = Words.of(body);
    return new Reach(
        Words.one(Reach.Outcome.values(), answer.getOrDefault("outcome", ""), source()),
        Words.one(Reach.Then.values(), answer.getOrDefault("then", "none"), source()),
        answer.getOrDefault("received", ""));
  }

  @Override
  public String source() {
    return "connect " + from + " -> " + to.with(port.number()) + "/" + port.protocol();
  }

  @Override
  public String byHand() {
    String udp =
        switch (port.protocol()) {
          case UDP -> "-u ";
          case TCP, SCTP -> "";
        };
    String connect = "nc -zv -w 3 " + udp + to + " " + port.number();
    return from instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net " + connect
        : connect;
  }
}

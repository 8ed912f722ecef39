package dockdiag.probes.reach;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import java.util.HashMap;
import java.util.Locale;
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
    Map<String, String> answer = new HashMap<>();
    body.lines()
        .map(line -> line.split(": ?", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> answer.put(pair[0], pair[1]));
    return new Reach(
        word(Reach.Outcome.values(), answer.getOrDefault("outcome", "")),
        word(Reach.Then.values(), answer.getOrDefault("then", "none")),
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

  private <E extends Enum<E>> E word(E[] values, String word) throws Unobservable {
    for (E value : values) {
      if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return value;
      }
    }
    throw Unobservable.notUnderstood(source(), word);
  }
}

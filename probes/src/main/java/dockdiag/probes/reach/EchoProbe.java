package dockdiag.probes.reach;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Request.Fragments;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One real echo request, as ping(8) sends it.
///
/// @param from the namespace in which it begins
/// @param bytes of payload, behind the header of ICMP
public record EchoProbe(Namespace from, Address to, int bytes, Fragments fragments)
    implements Probe<Echo> {

  private static final int AS_PING = 56;
  private static final int HEADERS4 = 20 + 8;
  private static final int HEADERS6 = 40 + 8;

  /// Of the size that ping(8) takes by itself.
  public static EchoProbe of(Namespace from, Address to) {
    return new EchoProbe(from, to, AS_PING, Fragments.ALLOWED);
  }

  /// A packet of so many bytes, header of IP included, that may not be fragmented.
  public static EchoProbe whole(Namespace from, Address to, int packet) {
    int headers = to.isIpv6() ? HEADERS6 : HEADERS4;
    return new EchoProbe(from, to, Math.max(0, packet - headers), Fragments.FORBIDDEN);
  }

  @Override
  public Echo observe(Host host) throws Unobservable {
    String body = host.ask(new Request.Echo(from, to, bytes, fragments)).body();
    Map<String, String> answer = Words.of(body);
    return new Echo(
        Words.one(Echo.Outcome.values(), answer.getOrDefault("outcome", ""), source()),
        number(answer, "micros"),
        by(answer),
        number(answer, "code"),
        number(answer, "mtu"));
  }

  @Override
  public String source() {
    return "echo " + from + " -> " + to + size();
  }

  @Override
  public String byHand() {
    String size = fragments == Fragments.FORBIDDEN ? " -M do -s " + bytes : "";
    String ping = "ping -c 1 -W 3" + size + " " + to;
    return from instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net " + ping
        : ping;
  }

  private String size() {
    return fragments == Fragments.FORBIDDEN ? " of " + bytes + " bytes, whole" : "";
  }

  private Optional<Address> by(Map<String, String> answer) throws Unobservable {
    String by = answer.get("by");
    if (by == null) {
      return Optional.empty();
    }
    Optional<Address> address = Address.parse(by);
    if (address.isEmpty()) {
      throw Unobservable.notUnderstood(source(), by);
    }
    return address;
  }

  private OptionalInt number(Map<String, String> answer, String key) throws Unobservable {
    String digits = answer.get(key);
    if (digits == null) {
      return OptionalInt.empty();
    }
    if (!digits.matches("[0-9]{1,9}")) {
      throw Unobservable.notUnderstood(source(), digits);
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}

package dockdiag.probes.dns;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/// Real questions to a DNS server.
///
/// @param from the namespace in which it is asked
/// @param port with the protocol that it is asked by
/// @param samples how often
public record LookupProbe(Namespace from, Address server, Port port, Question question, int samples)
    implements Probe<Lookup> {

  /// Where DNS is served.
  public static final int PORT = 53;

  /// What is asked.
  ///
  /// @param name absolute, with the dot at its end
  public record Question(String name, Type type) {
    @Override
    public String toString() {
      return name + " " + type;
    }
  }

  /// Of which kind.
  public enum Type {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses.
    AAAA,
    /// The servers of a zone.
    NS
  }

  /// Over UDP, at the usual port.
  public static LookupProbe udp(Namespace from, Address server, Question question, int samples) {
    return new LookupProbe(from, server, new Port(PORT, Protocol.UDP), question, samples);
  }

  /// The same once, over TCP.
  public LookupProbe tcp() {
    return new LookupProbe(from, server, new Port(port.number(), Protocol.TCP), question, 1);
  }

  @Override
  public Lookup observe(Host host) throws Unobservable {
    Request.Query query =
        new Request.Query(from, server, port, question.name(), question.type().name(), samples);
    List<Lookup.Sample> answers = new ArrayList<>();
    for (String line : host.ask(query).body().lines().toList()) {
      answers.add(LookupReading.sample(line, question));
    }
    if (answers.isEmpty()) {
      throw Unobservable.notUnderstood(source(), "");
    }
    return new Lookup(answers);
  }

  @Override
  public String source() {
    String who = from instanceof Namespace.OfContainer(String name, _) ? name : from.toString();
    return "question of %s to %s: %s".formatted(who, server.with(port.number()), question);
  }

  @Override
  public String byHand() {
    String tcp = port.protocol() == Protocol.TCP ? "+tcp " : "";
    String at = port.number() == PORT ? "" : " -p " + port.number();
    String dig =
        "dig %s@%s%s %s %s".formatted(tcp, server, at, question.name(), question.type().name());
    return from instanceof Namespace.OfContainer(_, int pid)
        ? "nsenter --target " + pid + " --net " + dig
        : dig;
  }

  /// Whether servers can be asked for it: labels of 63 bytes and 255 in all (RFC 1035, 2.3.4).
  public static boolean isName(String text) {
    try {
      return !text.isEmpty() && Name.fromString(absolute(text), Name.root).labels() > 1;
    } catch (TextParseException noName) {
      return false;
    }
  }

  /// A name as it is asked for: in small letters, with one dot at its end.
  public static String absolute(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.endsWith(".") ? small : small + ".";
  }
}

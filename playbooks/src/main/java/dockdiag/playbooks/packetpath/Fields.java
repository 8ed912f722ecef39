package dockdiag.playbooks.packetpath;

import dockdiag.playbooks.packetpath.Content.Icmp;
import dockdiag.playbooks.packetpath.Content.Stage;
import dockdiag.playbooks.packetpath.Content.Transport;
import dockdiag.playbooks.packetpath.Tracking.Ends;
import dockdiag.playbooks.packetpath.Tracking.State;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Operand;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Reads of a packet what rules ask for.
final class Fields {

  private static final int SYN = 0x02;
  private static final int ACK = 0x10;

  private final Packet packet;
  private final Routes routes;
  private final Map<Key, Known> known = new EnumMap<>(Key.class);

  Fields(Packet packet, Routes routes) {
    this.packet = packet;
    this.routes = routes;
  }

  /// A field, and the same as a number, see [Sieve].
  private record Known(Field field, long code) {}

  Field read(Key key) {
    return known(key).field();
  }

  long code(Key key) {
    return known(key).code();
  }

  /// Read once: many rules ask for the same.
  private Known known(Key key) {
    Known before = known.get(key);
    if (before == null) {
      Field field = look(key);
      before = new Known(field, Sieve.code(field));
      known.put(key, before);
    }
    return before;
  }

  Index index() {
    return routes.netns().index();
  }

  private Field look(Key key) {
    return switch (key) {
      case NFPROTO -> new Field.Name(packet.isIpv6() ? "ipv6" : "ipv4");
      case L4PROTO -> Field.of(number());
      case SADDR -> address(packet.source());
      case DADDR -> address(packet.destination());
      case SPORT -> packet.content() instanceof Icmp ? Field.ABSENT : port(packet.source());
      case DPORT -> packet.content() instanceof Icmp ? Field.ABSENT : port(packet.destination());
      case TCP_FLAGS -> flags(packet.content());
      case ICMP_TYPE, ICMP_CODE -> icmp(/* ipv6= */ false, key == Key.ICMP_TYPE);
      case ICMPV6_TYPE, ICMPV6_CODE -> icmp(/* ipv6= */ true, key == Key.ICMPV6_TYPE);
      case FRAGMENT -> Field.of(0);
      case ROUTING_TYPE -> Field.ABSENT;
      case LENGTH, TTL, ETHER_SADDR, CHANCE -> Field.UNKNOWN;
      case IIFNAME -> device(packet.in());
      case OIFNAME -> device(packet.out());
      case IBRNAME -> device(packet.in().isEmpty() ? "" : packet.ports().bridge());
      case OBRNAME -> device(packet.out().isEmpty() ? "" : packet.ports().bridge());
      case ETHER_TYPE -> new Field.Name(packet.isIpv6() ? "ip6" : "ip");
      case PHYSDEV_IN, PHYSDEV_OUT, PHYSDEV_BRIDGED -> port(key);
      case PKTTYPE -> isFromOutside() ? new Field.Name("host") : Field.UNKNOWN;
      case MARK -> Field.of(packet.mark());
      case SKUID, SKGID -> packet.in().isEmpty() ? Field.UNKNOWN : Field.ABSENT;
      case FIB_SADDR_TYPE -> new Field.Name(routes.kind(packet.source().address()));
      case FIB_DADDR_TYPE -> new Field.Name(routes.kind(packet.destination().address()));
      case FIB_DADDR_TYPE_IIF ->
          new Field.Name(routes.kindAt(packet.destination().address(), packet.in()));
      case REVERSE_PATH -> Field.of(packet.in().equals("lo") || routes.leadsBack(packet) ? 1 : 0);
      default -> connection(key, packet.tracking());
    };
  }

  private static Field device(String name) {
    return name.equals(Ports.SOME) ? Field.UNKNOWN : new Field.Name(name);
  }

  /// A port of a bridge, told by br_netfilter alone, and of IP's own hooks only when they bridge.
  private Field port(Key key) {
    boolean bridged = routes.netns().isBridge(packet.in()) || !packet.ports().in().isEmpty();
    boolean told = bridged && Bridging.calls(routes.netns(), packet);
    Ports ports = told ? packet.ports() : Ports.NONE;
    String out = packet.out().isEmpty() ? "" : ports.out();
    return switch (key) {
      case PHYSDEV_BRIDGED -> Field.of(out.isEmpty() ? 0 : 1);
      case PHYSDEV_OUT -> device(out);
      default -> told && ports.equals(Ports.NONE) ? Field.UNKNOWN : device(ports.in());
    };
  }

  private Field connection(Key key, Tracking tracking) {
    if (key == Key.CT_STATE) {
      return Field.of(state(tracking.state()));
    }
    if (!tracking.isTracked()) {
      return Field.ABSENT;
    }
    return switch (key) {
      case CT_STATUS -> Field.of(status(tracking));
      case CT_MARK -> Field.of(tracking.mark());
      case CT_DIRECTION -> new Field.Name(tracking.reply() ? "reply" : "original");
      case CT_L4PROTO -> Field.of(number());
      default ->
          key.name().startsWith("CT_ORIGINAL")
              ? end(key, tracking.original())
              : end(key, tracking.answer());
    };
  }

  private static Field end(Key key, Ends ends) {
    return switch (key) {
      case CT_ORIGINAL_SADDR, CT_REPLY_SADDR -> address(ends.source());
      case CT_ORIGINAL_DADDR, CT_REPLY_DADDR -> address(ends.destination());
      case CT_ORIGINAL_SPORT, CT_REPLY_SPORT -> port(ends.source());
      case CT_ORIGINAL_DPORT, CT_REPLY_DPORT -> port(ends.destination());
      default -> Field.UNKNOWN;
    };
  }

  private static long state(State state) {
    return Key.CT_STATE.bit(
        state == State.NONE ? "invalid" : state.name().toLowerCase(Locale.ROOT));
  }

  /// enum ip_conntrack_status of linux/netfilter/nf_conntrack_common.h.
  private static long status(Tracking tracking) {
    long rewritten =
        (tracking.rewritesSource() ? 0x10 : 0) | (tracking.rewritesDestination() ? 0x20 : 0);
    long settled = (tracking.sourceSet() ? 0x80 : 0) | (tracking.destinationSet() ? 0x100 : 0);
    return rewritten | settled | (tracking.state() == State.ESTABLISHED ? 0xa : 0);
  }

  private boolean isFromOutside() {
    return !packet.in().isEmpty() && !packet.in().equals("lo");
  }

  private static Field address(Endpoint end) {
    Address address = end.address();
    return new Field.Numeral(Operand.number(address));
  }

  private static Field port(Endpoint end) {
    return end.port() == Endpoint.UNKNOWN_PORT ? Field.UNKNOWN : Field.of(end.port());
  }

  private int number() {
    return switch (packet.content()) {
      case Transport(Protocol protocol, _) ->
          switch (protocol) {
            case TCP -> 6;
            case UDP -> 17;
            case SCTP -> 132;
          };
      case Icmp _ -> packet.isIpv6() ? 58 : 1;
    };
  }

  private Field icmp(boolean ipv6, boolean type) {
    return packet.content() instanceof Icmp(int own, int code) && packet.isIpv6() == ipv6
        ? Field.of(type ? own : code)
        : Field.ABSENT;
  }

  /// Of those behind the first answer some push, some end.
  private static Field flags(Content content) {
    if (!(content instanceof Transport(Protocol protocol, Stage stage))
        || protocol != Protocol.TCP) {
      return Field.ABSENT;
    }
    return switch (stage) {
      case OPENING -> Field.of(SYN);
      case ANSWERING -> Field.of(SYN | ACK);
      case OPEN -> Field.of(ACK);
    };
  }
}

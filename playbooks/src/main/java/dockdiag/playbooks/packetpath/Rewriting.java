package dockdiag.playbooks.packetpath;

import dockdiag.probes.link.Link;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.PortRange;
import dockdiag.probes.netfilter.Elements.Data;
import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Operand;
import dockdiag.probes.netfilter.Target;
import dockdiag.probes.route.TableRoute;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// What NAT makes of an end of a packet; empty where the kernel has nothing to make it of.
final class Rewriting {

  private static final PortRange BY_CHANCE = new PortRange(1, 65_535);

  private final Packet packet;
  private final Netns netns;
  private final Matching matching;

  Rewriting(Packet packet, Netns netns, Matching matching) {
    this.packet = packet;
    this.netns = netns;
    this.matching = matching;
  }

  Optional<Endpoint> to(Endpoint end, Target.Rewrite rewrite) {
    if (rewrite.map().isPresent()) {
      return mapped(end, rewrite.map().get(), rewrite.ports());
    }
    Address address = rewrite.address().map(Rewriting::only).orElse(end.address());
    return Optional.of(new Endpoint(address, port(end, rewrite.ports())));
  }

  Optional<Endpoint> masquerade(Optional<PortRange> ports) {
    Address hop =
        new Routes(netns)
            .find(packet)
            .flatMap(TableRoute::via)
            .orElse(packet.destination().address());
    return new Sources(netns, packet.out())
        .towards(packet.destination().address(), hop)
        .map(address -> new Endpoint(address, port(packet.source(), ports)));
  }

  /// To the first address of the interface that it came in by, or, made here, to the loopback.
  Optional<Endpoint> redirect(Optional<PortRange> ports) {
    int port = port(packet.destination(), ports);
    if (packet.in().isEmpty()) {
      Address loopback = packet.isIpv6() ? Address.LOOPBACK6 : Address.LOOPBACK4;
      return Optional.of(new Endpoint(loopback, port));
    }
    return netns.link(packet.in()).flatMap(this::first).map(address -> new Endpoint(address, port));
  }

  private Optional<Address> first(Link link) {
    return link.addresses().stream()
        .map(Link.Assigned::address)
        .filter(address -> address.isIpv6() == packet.isIpv6())
        .findFirst();
  }

  private Optional<Endpoint> mapped(Endpoint end, Target.Lookup lookup, Optional<PortRange> ports) {
    Matching.Found found = matching.find(lookup.keys(), lookup.elements());
    if (found.certainty() == Ternary.UNKNOWN) {
      throw new Undecidable("a map of addresses");
    }
    return found.element().map(Element::data).map(data -> value(end, data, ports));
  }

  private static Endpoint value(Endpoint end, Data data, Optional<PortRange> ports) {
    if (data instanceof Data.Value(List<Operand> parts)
        && parts.getFirst() instanceof Operand.Span address) {
      int port =
          parts.size() == 2 && parts.get(1) instanceof Operand.Span number
              ? number.first().intValueExact()
              : port(end, ports);
      return new Endpoint(only(address), port);
    }
    throw new Undecidable("a map of addresses");
  }

  /// One of its range stays; of one number it is that; else the kernel takes any.
  private static int port(Endpoint end, Optional<PortRange> ports) {
    if (ports.isEmpty()) {
      return end.port();
    }
    PortRange range = ports.get();
    boolean stays = range.contains(end.port()) && !range.equals(BY_CHANCE);
    return range.first() == range.last()
        ? range.first()
        : stays ? end.port() : Endpoint.UNKNOWN_PORT;
  }

  private static Address only(Operand.Span span) {
    if (!span.first().equals(span.last())) {
      throw new Undecidable("one of several addresses");
    }
    return address(span.first());
  }

  private static Address address(BigInteger number) {
    byte[] bytes = new byte[number.bitLength() > 32 ? 16 : 4];
    byte[] digits = number.toByteArray();
    int length = Math.min(bytes.length, digits.length);
    System.arraycopy(digits, digits.length - length, bytes, bytes.length - length, length);
    try {
      return new Address(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }
}

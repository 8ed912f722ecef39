package dockdiag.probes.netfilter;

import dockdiag.probes.netfilter.Elements.Element;
import dockdiag.probes.netfilter.Match.Member;
import dockdiag.probes.netfilter.Match.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set of ipset(8): addresses, networks, ports, or several of these together. Elements that time
/// out are in it as long as it shows them.
///
/// @param family of its addresses; empty where it has none
/// @param dimensions what an element consists of
public record Ipset(
    String name, Optional<Family> family, List<Dimension> dimensions, List<Element> elements) {

  /// A part of an element.
  public enum Dimension {
    /// An address or a network.
    ADDRESS,
    /// A protocol and a port.
    PROTOCOL_AND_PORT,
    /// A port of whichever protocol.
    PORT
  }

  public Ipset {
    dimensions = List.copyOf(dimensions);
    elements = List.copyOf(elements);
  }

  /// What a rule of that family asks; empty where the kernel would refuse, or ask otherwise.
  Optional<Match> asked(Member member, Family asking) {
    boolean fits =
        member.set().equals(name)
            && family.filter(own -> own != asking).isEmpty()
            && member.sides().size() >= dimensions.size();
    if (!fits) {
      return Optional.empty();
    }
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      keys.addAll(keys(dimensions.get(i), member.sides().get(i)));
    }
    Match among = new Match.Among(keys, new Elements.Named(name), false);
    // what has no such field is not in it, and so passes (match_set of net/netfilter/xt_set.c)
    return Optional.of(member.negated() ? new Match.AnyOf(List.of(among), true) : among);
  }

  private static List<Key> keys(Dimension dimension, Side side) {
    boolean source = side == Side.SOURCE;
    Key port = source ? Key.SPORT : Key.DPORT;
    return switch (dimension) {
      case ADDRESS -> List.of(source ? Key.SADDR : Key.DADDR);
      case PROTOCOL_AND_PORT -> List.of(Key.L4PROTO, port);
      case PORT -> List.of(port);
    };
  }
}

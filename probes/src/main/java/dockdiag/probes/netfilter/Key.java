package dockdiag.probes.netfilter;

/// What a rule can ask of a packet, of its connection or of its way.
///
/// Addresses, ports, protocols and marks are numbers, sets of flags are numbers of bits, all else
/// are names as nft writes them.
public enum Key {
  /// `ipv4` or `ipv6`.
  NFPROTO(Kind.NAME),
  /// The transport protocol's number.
  L4PROTO(Kind.PROTOCOL),
  /// The source address.
  SADDR(Kind.ADDRESS),
  /// The destination address.
  DADDR(Kind.ADDRESS),
  /// The source port.
  SPORT(Kind.NUMBER),
  /// The destination port.
  DPORT(Kind.NUMBER),
  /// TCP's flags.
  TCP_FLAGS(Kind.TCP_FLAGS),
  /// ICMP's type.
  ICMP_TYPE(Kind.ICMP_TYPE),
  /// ICMP's code.
  ICMP_CODE(Kind.ICMP_CODE),
  /// ICMPv6's type.
  ICMPV6_TYPE(Kind.ICMPV6_TYPE),
  /// ICMPv6's code.
  ICMPV6_CODE(Kind.ICMPV6_CODE),
  /// Whether it is a fragment behind the first.
  FRAGMENT(Kind.NUMBER),
  /// The type of its IPv6 routing header (RFC 8200, 4.4); absent where it has none.
  ROUTING_TYPE(Kind.NUMBER),
  /// Bytes of the packet from the network header on.
  LENGTH(Kind.NUMBER),
  /// Time to live, hop limit.
  TTL(Kind.NUMBER),
  /// The interface that it came in by; empty where it was made here.
  IIFNAME(Kind.NAME),
  /// The interface that it goes out by; empty where that is not known yet.
  OIFNAME(Kind.NAME),
  /// Of a frame the bridge that it came in by; empty where it was made here.
  IBRNAME(Kind.NAME),
  /// Of a frame the bridge that it goes out by; empty where that is not known yet.
  OBRNAME(Kind.NAME),
  /// The network's protocol, `ip` or `ip6`.
  ETHER_TYPE(Kind.NAME),
  /// The bridge port that it came in by; empty where it was not bridged.
  PHYSDEV_IN(Kind.NAME),
  /// The bridge port that it goes out by; empty where it is not bridged.
  PHYSDEV_OUT(Kind.NAME),
  /// 1 where it stays within a bridge.
  PHYSDEV_BRIDGED(Kind.NUMBER),
  /// The Ethernet source address.
  ETHER_SADDR(Kind.NAME),
  /// `host`, `broadcast`, `multicast`, `other`.
  PKTTYPE(Kind.NAME),
  /// The packet's mark.
  MARK(Kind.NUMBER),
  /// The user who owns the socket that sent it.
  SKUID(Kind.NUMBER),
  /// The group that owns the socket that sent it.
  SKGID(Kind.NUMBER),
  /// The connection's state.
  CT_STATE(Kind.CT_STATE),
  /// The connection's status.
  CT_STATUS(Kind.CT_STATUS),
  /// The connection's mark.
  CT_MARK(Kind.NUMBER),
  /// `original` or `reply`.
  CT_DIRECTION(Kind.NAME),
  /// The connection's transport protocol.
  CT_L4PROTO(Kind.PROTOCOL),
  /// Whom the connection's first packet came from, before any rewriting.
  CT_ORIGINAL_SADDR(Kind.ADDRESS),
  /// Whom the connection's first packet was sent to, before any rewriting.
  CT_ORIGINAL_DADDR(Kind.ADDRESS),
  /// The port that the connection's first packet came from.
  CT_ORIGINAL_SPORT(Kind.NUMBER),
  /// The port that the connection's first packet was sent to.
  CT_ORIGINAL_DPORT(Kind.NUMBER),
  /// Whom the answers come from, before any rewriting.
  CT_REPLY_SADDR(Kind.ADDRESS),
  /// Whom the answers are sent to, before any rewriting.
  CT_REPLY_DADDR(Kind.ADDRESS),
  /// The port that the answers come from.
  CT_REPLY_SPORT(Kind.NUMBER),
  /// The port that the answers are sent to.
  CT_REPLY_DPORT(Kind.NUMBER),
  /// The source address's kind in the local routing table: `local`, `broadcast`, `unicast`.
  FIB_SADDR_TYPE(Kind.NAME),
  /// The destination address's kind in the local routing table.
  FIB_DADDR_TYPE(Kind.NAME),
  /// The same, of the interface that it came in by alone.
  FIB_DADDR_TYPE_IIF(Kind.NAME),
  /// A number that is taken by chance or computed from what nobody foretells.
  CHANCE(Kind.NUMBER),
  /// 1 where the way back to the source leads over the interface that it came in by.
  REVERSE_PATH(Kind.NUMBER);

  private final Kind kind;

  Key(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /// The number of one of its flags or protocols, `established` of [#CT_STATE].
  ///
  /// @throws IllegalArgumentException where there is no such word
  public long bit(String word) {
    return kind.number(word)
        .orElseThrow(() -> new IllegalArgumentException(this + " knows no " + word))
        .longValue();
  }
}

package dockdiag.probes.netfilter;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/// How the values of a [Key] are written: as numbers, or in nft's words for them.
@SuppressWarnings("ImmutableEnumChecker") // the maps are Map.of
enum Kind {
  NAME(Map.of()),
  NUMBER(Map.of()),
  ADDRESS(Map.of()),
  PROTOCOL(
      Map.ofEntries(
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("ipencap", 4),
          Map.entry("tcp", 6),
          Map.entry("udp", 17),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("icmpv6", 58),
          Map.entry("ipv6-icmp", 58),
          Map.entry("dccp", 33),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136))),
  TCP_FLAGS(
      Map.of("fin", 1, "syn", 2, "rst", 4, "psh", 8, "ack", 16, "urg", 32, "ecn", 64, "cwr", 128)),
  ICMP_TYPE(
      Map.ofEntries(
          Map.entry("echo-reply", 0),
          Map.entry("destination-unreachable", 3),
          Map.entry("source-quench", 4),
          Map.entry("redirect", 5),
          Map.entry("echo-request", 8),
          Map.entry("router-advertisement", 9),
          Map.entry("router-solicitation", 10),
          Map.entry("time-exceeded", 11),
          Map.entry("parameter-problem", 12),
          Map.entry("timestamp-request", 13),
          Map.entry("timestamp-reply", 14),
          Map.entry("info-request", 15),
          Map.entry("info-reply", 16),
          Map.entry("address-mask-request", 17),
          Map.entry("address-mask-reply", 18))),
  ICMP_CODE(
      Map.of(
          "net-unreachable", 0,
          "host-unreachable", 1,
          "prot-unreachable", 2,
          "port-unreachable", 3,
          "frag-needed", 4,
          "net-prohibited", 9,
          "host-prohibited", 10,
          "admin-prohibited", 13)),
  ICMPV6_TYPE(
      Map.ofEntries(
          Map.entry("destination-unreachable", 1),
          Map.entry("packet-too-big", 2),
          Map.entry("time-exceeded", 3),
          Map.entry("parameter-problem", 4),
          Map.entry("echo-request", 128),
          Map.entry("echo-reply", 129),
          Map.entry("mld-listener-query", 130),
          Map.entry("mld-listener-report", 131),
          Map.entry("mld-listener-done", 132),
          Map.entry("mld-listener-reduction", 132),
          Map.entry("nd-router-solicit", 133),
          Map.entry("nd-router-advert", 134),
          Map.entry("nd-neighbor-solicit", 135),
          Map.entry("nd-neighbor-advert", 136),
          Map.entry("nd-redirect", 137),
          Map.entry("router-renumbering", 138),
          Map.entry("ind-neighbor-solicit", 141),
          Map.entry("ind-neighbor-advert", 142),
          Map.entry("mld2-listener-report", 143))),
  ICMPV6_CODE(
      Map.of(
          "no-route", 0,
          "admin-prohibited", 1,
          "addr-unreachable", 3,
          "port-unreachable", 4,
          "policy-fail", 5,
          "reject-route", 6)),
  CT_STATE(Map.of("invalid", 1, "established", 2, "related", 4, "new", 8, "untracked", 64)),
  CT_STATUS(
      Map.of("expected", 1, "seen-reply", 2, "assured", 4, "confirmed", 8, "snat", 16, "dnat", 32));

  private final Map<String, Integer> words;

  Kind(Map<String, Integer> words) {
    this.words = words;
  }

  Optional<BigInteger> number(String word) {
    return Optional.ofNullable(words.get(word)).map(BigInteger::valueOf);
  }
}

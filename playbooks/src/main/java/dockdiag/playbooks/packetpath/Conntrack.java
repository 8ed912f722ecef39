package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Elements;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Key;
import dockdiag.probes.netfilter.Match;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Statement;
import dockdiag.probes.netfilter.Target;
import java.util.List;

/// Whether the kernel tracks connections at all: only while a rule of the family asks for one or
/// rewrites addresses (nf_ct_netns_get); a chain of nat without such a rule is then never asked.
final class Conntrack {

  private Conntrack() {}

  static boolean isOn(Ruleset ruleset, Family family) {
    return ruleset.tables().stream()
        .filter(table -> concerns(table.family(), family))
        .flatMap(table -> table.chains().stream())
        .flatMap(chain -> chain.rules().stream())
        .flatMap(rule -> rule.statements().stream())
        .anyMatch(Conntrack::needs);
  }

  /// What bridges ask turns it on for IP too (nf_ct_netns_get of
  /// net/netfilter/nf_conntrack_proto.c).
  private static boolean concerns(Family asking, Family family) {
    return asking == family
        || (family != Family.BRIDGE && (asking == Family.INET || asking == Family.BRIDGE));
  }

  private static boolean needs(Statement statement) {
    return switch (statement) {
      case Match match -> asks(match);
      case Target.Lookup(List<Key> keys, Elements _) -> isAny(keys);
      case Target.Dnat _, Target.Snat _, Target.Masquerade _, Target.Redirect _ -> true;
      case Target.SetConnectionMark _, Target.RestoreMark _, Target.SaveMark _ -> true;
      // for all that is known
      case Target.Unmodelled _ -> true;
      case Target _ -> false;
    };
  }

  private static boolean asks(Match match) {
    return switch (match) {
      case Match.Among(List<Key> keys, var _, var _) -> isAny(keys);
      case Match.Bits bits -> isOfConnection(bits.key());
      case Match.AnyBit bits -> isOfConnection(bits.key());
      case Match.AnyOf(List<Match> alternatives, var _) ->
          alternatives.stream().anyMatch(Conntrack::asks);
      case Match.Unmodelled _ -> true;
      case Match.Member _, Match.Chance _ -> false;
    };
  }

  private static boolean isAny(List<Key> keys) {
    return keys.stream().anyMatch(Conntrack::isOfConnection);
  }

  private static boolean isOfConnection(Key key) {
    return key.name().startsWith("CT_");
  }
}

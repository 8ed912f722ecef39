package dockdiag.playbooks.packetpath;

import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// What a walk looks up by name or by hook, put in order once for all walks.
final class Index {

  private final Ruleset ruleset;
  private final Hooks ipv4;
  private final Hooks ipv6;
  private final Hooks bridges;
  private final IdentityHashMap<Table, Map<String, Chain>> chains = new IdentityHashMap<>();
  private final IdentityHashMap<Chain, Sieve> sieves = new IdentityHashMap<>();
  private final IdentityHashMap<Table, Map<String, SetIndex>> sets = new IdentityHashMap<>();

  Index(Ruleset ruleset) {
    this.ruleset = ruleset;
    ipv4 = new Hooks(ruleset, Family.IP);
    ipv6 = new Hooks(ruleset, Family.IP6);
    bridges = new Hooks(ruleset, Family.BRIDGE);
    for (Table table : ruleset.tables()) {
      Map<String, Chain> named = new HashMap<>();
      table.chains().forEach(chain -> named.putIfAbsent(chain.name(), chain));
      table.chains().forEach(chain -> sieves.put(chain, new Sieve(chain.rules())));
      chains.put(table, named);
      Map<String, SetIndex> elements = new HashMap<>();
      table.sets().forEach((name, all) -> elements.put(name, new SetIndex(all)));
      sets.put(table, elements);
    }
  }

  Ruleset ruleset() {
    return ruleset;
  }

  Hooks hooks(Packet packet) {
    return packet.isIpv6() ? ipv6 : ipv4;
  }

  Hooks hooksOfBridges() {
    return bridges;
  }

  Optional<Chain> chain(Table table, String name) {
    return Optional.ofNullable(chains.getOrDefault(table, Map.of()).get(name));
  }

  Sieve sieve(Chain chain) {
    return sieves.computeIfAbsent(chain, other -> new Sieve(other.rules()));
  }

  /// A set or map of the table.
  Optional<SetIndex> set(Table table, String name) {
    return Optional.ofNullable(sets.getOrDefault(table, Map.of()).get(name));
  }
}

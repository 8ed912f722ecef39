package dockdiag.playbooks.cluster;

import dockdiag.playbooks.packetpath.Netns;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Chain;
import dockdiag.probes.netfilter.Ruleset.Rule;
import dockdiag.probes.netfilter.Ruleset.Table;
import java.util.List;
import java.util.stream.Stream;

/// The rules that packets of overlay networks meet which are not encrypted: what the engine writes
/// for the others asks by u32 or bpf for the network's number inside the packet, and marks it for
/// IPsec or drops it where it came without (`programMangle` and `programInput` of libnetwork's
/// overlay driver).
final class Plain {

  /// The mark of what is to be encrypted (`mark` of libnetwork's overlay driver).
  private static final String MARK = "0xd0c4e3";

  private Plain() {}

  static Netns of(Facts facts, Namespace namespace) throws Unobservable {
    Netns whole = Netns.of(facts, namespace);
    List<Table> tables = whole.ruleset().tables().stream().map(Plain::of).toList();
    return new Netns(
        new Ruleset(tables), whole.ipv4(), whole.ipv6(), whole.links(), whole.settings());
  }

  private static Table of(Table table) {
    List<Chain> chains = table.chains().stream().map(Plain::of).toList();
    return new Table(table.backend(), table.family(), table.name(), chains, table.sets());
  }

  private static Chain of(Chain chain) {
    List<Rule> rules = chain.rules().stream().filter(rule -> !isForEncrypted(rule)).toList();
    return new Chain(chain.name(), chain.hook(), chain.policy(), rules);
  }

  private static boolean isForEncrypted(Rule rule) {
    String text = rule.text();
    return Stream.of("-m u32 ", "-m bpf ").anyMatch(text::contains)
        && Stream.of("-m policy --dir in ", MARK).anyMatch(text::contains);
  }
}

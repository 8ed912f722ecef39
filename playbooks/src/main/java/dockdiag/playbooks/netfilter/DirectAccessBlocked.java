package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.Container;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Option;
import dockdiag.probes.netfilter.Ruleset.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody outside asks the container by its own address, and the engine's rule drops that.
///
/// Engines since 28 drop in raw PREROUTING what comes for a container's address by another
/// interface than its bridge (network option `gateway_mode_ipv4` nat; moby, 28.0).
public final class DirectAccessBlocked implements Check<Flow> {

  private static final List<IptablesProbe> PROBES =
      List.of(
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_NFT),
          new IptablesProbe(Namespace.HOST, Family.IP, Backend.IPTABLES_LEGACY));

  @Override
  public Optional<Finding> examine(Flow flow, Facts facts) throws Unobservable {
    Container container = facts.get(flow.inspect());
    for (IptablesProbe probe : PROBES) {
      for (Address address : container.addresses()) {
        Optional<Rule> rule = rule(probe, address, facts);
        if (rule.isPresent()) {
          return rule.map(one -> found(flow, probe, address, one));
        }
      }
    }
    return Optional.empty();
  }

  /// A form of iptables that is not there has no rules.
  private static Optional<Rule> rule(IptablesProbe probe, Address address, Facts facts)
      throws Unobservable {
    try {
      return rules(facts.get(probe))
          .filter(rule -> rule.packets() > 0 && isFor(rule, address + "/32"))
          .findFirst();
    } catch (Unobservable unseen) {
      if (unseen.reason() == Reason.TOOL_MISSING) {
        return Optional.empty();
      }
      throw unseen;
    }
  }

  private static Stream<Rule> rules(Ruleset ruleset) {
    return ruleset.tables().stream()
        .filter(table -> table.name().equals("raw"))
        .flatMap(table -> table.chains().stream())
        .filter(chain -> chain.name().equals("PREROUTING"))
        .flatMap(chain -> chain.rules().stream());
  }

  /// `-d ADDRESS ! -i BRIDGE -j DROP`, and nothing else.
  private static boolean isFor(Rule rule, String destination) {
    List<Option> options = rule.options();
    return options.size() == 3
        && options.get(0).equals(new Option("-d", false, List.of(destination)))
        && options.get(1).name().equals("-i")
        && options.get(1).negated()
        && options.get(2).equals(new Option("-j", false, List.of("DROP")));
  }

  private static Finding found(Flow flow, IptablesProbe probe, Address address, Rule rule) {
    return Finding.warning(flow.subject())
        .word("address", address)
        .word("packets", rule.packets())
        .because(
            probe,
            "%s raw PREROUTING %d: %s (%d packets)"
                .formatted(probe.backend().command(), rule.number(), rule.text(), rule.packets()))
        .because(flow.inspect(), "address " + address)
        .mend(Remedy.byHand("publish"))
        .mend(Remedy.byHand("route"));
  }
}

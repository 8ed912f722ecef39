package dockdiag.playbooks.netfilter;

import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.docker.PublishedPort;
import dockdiag.probes.net.Address;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.DnatRule;
import dockdiag.probes.netfilter.Family;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The host's NAT rules of every backend, asked where they send what comes for a binding.
final class NatRules {

  /// A DNAT rule that the packet meets.
  ///
  /// @param probe by which it was seen
  record Hit(Probe<Ruleset> probe, DnatRule rule) {}

  private final Published published;
  private final PublishedPort binding;
  private final Address asked;
  private final String hook;
  private final Facts facts;

  NatRules(Published published, PublishedPort binding, Facts facts) throws Unobservable {
    this.published = published;
    this.binding = binding;
    this.asked = Published.asked(binding, facts);
    // a host without an address of its own is still asked from outside, not by its loopback
    this.hook = binding.hostAddress().isLoopback() ? "OUTPUT" : "PREROUTING";
    this.facts = facts;
  }

  /// The first rule that takes all that comes for the binding, or leads to the container at least
  /// some of it.
  ///
  /// One backend that is not installed is no hindrance while another was read; one that could not
  /// be read is, unless the rule stands in another.
  Optional<Hit> first() throws Unobservable {
    List<Unobservable> blind = new ArrayList<>();
    for (Probe<Ruleset> probe : probes()) {
      try {
        Optional<DnatRule> rule = first(facts.get(probe));
        if (rule.isPresent()) {
          return rule.map(one -> new Hit(probe, one));
        }
      } catch (Unobservable unseen) {
        blind.add(unseen);
      }
    }
    Optional<Unobservable> unread =
        blind.stream().filter(one -> one.reason() != Reason.TOOL_MISSING).findFirst();
    if (unread.isPresent()) {
      throw unread.get();
    }
    if (!isEngineBackendSeen()) {
      throw blind.getFirst();
    }
    return Optional.empty();
  }

  /// The probes, in the order in which they are asked.
  List<Probe<Ruleset>> probes() {
    return probes(family());
  }

  static List<Probe<Ruleset>> probes(Family family) {
    return List.of(
        new IptablesProbe(Namespace.HOST, family, Backend.IPTABLES_NFT),
        new IptablesProbe(Namespace.HOST, family, Backend.IPTABLES_LEGACY),
        new NftProbe(Namespace.HOST));
  }

  /// The one that shows iptables' rules of the binding's family.
  static Probe<Ruleset> probe(PublishedPort binding) {
    return probes(binding.hostAddress().isIpv6() ? Family.IP6 : Family.IP).getFirst();
  }

  Family family() {
    return asked.isIpv6() ? Family.IP6 : Family.IP;
  }

  private Optional<DnatRule> first(Ruleset ruleset) {
    return NatWalk.hits(ruleset, hook, asked, binding.host()).stream()
        .filter(hit -> hit.takesAll() || published.isLedToBy(hit.rule(), binding))
        .map(NatWalk.Hit::rule)
        .findFirst();
  }

  /// Whether something that shows the rules of iptables-nft, or that there are none, was read; nft
  /// shows that they are there and not what they do.
  private boolean isEngineBackendSeen() {
    List<Probe<Ruleset>> probes = probes();
    return ruleset(probes.getFirst()).isPresent()
        || ruleset(probes.get(1)).filter(rules -> !rules.tables().isEmpty()).isPresent()
        || ruleset(probes.getLast())
            .filter(
                rules ->
                    rules.tables().stream()
                        .noneMatch(
                            table -> table.family() == family() && table.name().equals("nat")))
            .isPresent();
  }

  /// The backend whose nat table still has the engine's chain and the jump to it; empty where the
  /// engine has to make them anew.
  Optional<Backend> engineChain() {
    for (Probe<Ruleset> probe : probes()) {
      Optional<Backend> backend =
          ruleset(probe).stream()
              .flatMap(rules -> rules.tables().stream())
              .filter(table -> table.name().equals("nat") && NatWalk.reachesEngineChain(table))
              .map(Ruleset.Table::backend)
              .findFirst();
      if (backend.isPresent()) {
        return backend;
      }
    }
    return Optional.empty();
  }

  private Optional<Ruleset> ruleset(Probe<Ruleset> probe) {
    try {
      return Optional.of(facts.get(probe));
    } catch (Unobservable unseen) {
      return Optional.empty();
    }
  }
}

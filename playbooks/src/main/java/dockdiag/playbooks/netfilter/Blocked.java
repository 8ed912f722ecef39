package dockdiag.playbooks.netfilter;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.exchange.Leg.Where;
import dockdiag.playbooks.exchange.Stop;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Probe;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.IptablesProbe;
import dockdiag.probes.netfilter.NftListing;
import dockdiag.probes.netfilter.NftListingProbe;
import dockdiag.probes.netfilter.NftProbe;
import dockdiag.probes.netfilter.Ruleset;
import dockdiag.probes.netfilter.Ruleset.Rule;

/// What is said of a rule or policy that stops packets.
final class Blocked {

  private final Stop stop;
  private final Place place;
  private final Namespace namespace;
  private final Facts facts;

  private Blocked(Stop stop, Namespace namespace, Facts facts) {
    this.facts = facts;
    this.stop = stop;
    this.place = stop.place().orElseThrow();
    this.namespace = namespace;
  }

  /// The rule, proven and mended by its deletion; of a policy a person has to decide.
  static Finding finding(Flow flow, Stop stop, Facts facts) throws Unobservable {
    return finding(bare(flow, stop, facts), stop, facts);
  }

  /// The same of somebody else's packets.
  static Finding finding(Finding bare, Stop stop, Facts facts) throws Unobservable {
    Blocked blocked = new Blocked(stop, namespace(stop, facts), facts);
    Finding finding = blocked.seen(bare);
    return finding.mend(stop.rule().map(blocked::deletion).orElseGet(blocked::policy));
  }

  /// The rule as evidence alone.
  static Finding seen(Flow flow, Stop stop, Facts facts) throws Unobservable {
    return new Blocked(stop, namespace(stop, facts), facts).seen(bare(flow, stop, facts));
  }

  private static Finding bare(Flow flow, Stop stop, Facts facts) throws Unobservable {
    return stop.isDecisive(flow, facts)
        ? Finding.error(flow.subject())
        : Finding.warning(flow.subject());
  }

  private static Namespace namespace(Stop stop, Facts facts) throws Unobservable {
    return stop.leg().where() instanceof Where.InContainer(String name)
        ? new Namespace.OfContainer(name, facts.get(new ContainerProbe(name)).state().pid())
        : Namespace.HOST;
  }

  private Finding seen(Finding bare) {
    String packets = stop.rule().map(Blocked::packets).orElse("");
    return bare.word("rule", place)
        .word("who", stop.attempt().who())
        .word("to", stop.attempt().to())
        .because(probe(), place + ": " + text() + packets)
        .because(probe(), "on the way: " + stop.leg().before());
  }

  /// nft counts where a rule says so alone.
  private static String packets(Rule rule) {
    return rule.packets() > 0 ? " (%d packets)".formatted(rule.packets()) : "";
  }

  /// In nft's own language, where it can be had; the rule is proven without.
  private String text() {
    if (place.table().backend() != Backend.NFTABLES || stop.rule().isEmpty()) {
      return place.text();
    }
    long handle = stop.rule().get().handle();
    NftListing.Place at =
        new NftListing.Place(place.table().family(), place.table().name(), place.chain(), handle);
    try {
      return facts.get(new NftListingProbe(namespace)).at(at).orElse(place.text());
    } catch (Unobservable unseen) {
      return place.text();
    }
  }

  private Probe<Ruleset> probe() {
    return place.table().backend() == Backend.NFTABLES
        ? new NftProbe(namespace)
        : new IptablesProbe(namespace, place.table().family(), place.table().backend());
  }

  private Remedy deletion(Rule rule) {
    RuleCommand command = new RuleCommand(place.table(), place.chain(), namespace);
    return lasting(Remedy.automatic("delete", command.delete(rule)).undoneBy(command.insert(rule)));
  }

  /// The engine makes its own rules anew, and a container its whole network.
  private Remedy lasting(Remedy remedy) {
    boolean made =
        !namespace.equals(Namespace.HOST) || Owner.of(place.table(), place.chain()) == Owner.DOCKER;
    return made ? remedy.forNow() : remedy.untilReload();
  }

  private Remedy policy() {
    RuleCommand command = new RuleCommand(place.table(), place.chain(), namespace);
    return lasting(
        Remedy.byHand("policy", command.policy("ACCEPT")).undoneBy(command.policy("DROP")));
  }
}

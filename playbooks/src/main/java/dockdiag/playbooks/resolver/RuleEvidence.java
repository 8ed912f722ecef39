package dockdiag.playbooks.resolver;

import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.packetpath.Place;
import dockdiag.probes.netfilter.Backend;

/// A rule as evidence.
public final class RuleEvidence {

  private RuleEvidence() {}

  /// That it stands there.
  public static Evidence of(Place place) {
    Backend backend = place.table().backend();
    String byHand =
        backend == Backend.NFTABLES ? "nft -a list ruleset" : backend.command() + "-save -c";
    return new Evidence(place.table().place(), place + ": " + place.text(), byHand);
  }
}

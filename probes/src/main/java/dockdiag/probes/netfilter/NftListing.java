package dockdiag.probes.netfilter;

import java.util.Map;
import java.util.Optional;

/// The rules of nft as it prints them for people: `tcp dport 8080 drop # handle 3`.
///
/// @param rules by family, table, chain and handle
public record NftListing(Map<Place, String> rules) {

  /// Where a rule stands; nft numbers the rules of a table.
  public record Place(Family family, String table, String chain, long handle) {}

  public NftListing {
    rules = Map.copyOf(rules);
  }

  /// The rule there.
  public Optional<String> at(Place place) {
    return Optional.ofNullable(rules.get(place));
  }
}

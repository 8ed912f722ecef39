package dockdiag.playbooks.change;

import dockdiag.probes.Supposition;
import dockdiag.probes.netfilter.Backend;
import dockdiag.probes.netfilter.Family;
import java.util.List;

/// Reads `nft delete rule FAMILY TABLE CHAIN handle N`; what nft's own language says beyond that is
/// not read.
final class NftCommand {

  private static final int LENGTH = 8;

  private NftCommand() {}

  static Supposition read(Target target, List<String> words) {
    boolean known =
        words.size() == LENGTH
            && words.subList(0, 3).equals(List.of("nft", "delete", "rule"))
            && words.get(6).equals("handle");
    if (!known) {
      throw new IllegalArgumentException("not read: " + words);
    }
    Family family =
        Family.named(words.get(3)).orElseThrow(() -> new IllegalArgumentException(words.get(3)));
    Edit edit = new Edit.DeleteHandle(Long.parseLong(words.get(7)));
    return new RuleChange(target, Backend.NFTABLES, family, words.get(4), words.get(5), edit);
  }
}

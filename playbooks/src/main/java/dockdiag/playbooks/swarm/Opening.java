package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Barred;
import dockdiag.playbooks.exchange.ExchangeOf;
import dockdiag.playbooks.netfilter.Allowing;
import dockdiag.playbooks.netfilter.Clearing;
import dockdiag.probes.netfilter.Backend;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Opens passages that rules of this host close: with more rules of iptables, for the other nodes
/// alone; of nftables, whose rule may be about more than that, a person decides.
final class Opening {

  private Opening() {}

  static Finding of(List<Barred> barred, Finding finding) {
    List<Allowing> allowing =
        barred.stream()
            .filter(one -> !isNft(one))
            // what is put in moves what stands behind it
            .sorted(Comparator.comparing(one -> -one.place().number()))
            .map(Opening::allowing)
            .distinct()
            .toList();
    Finding opened = allowing.isEmpty() ? finding : finding.mend(allow(allowing));
    for (Clearing clearing :
        barred.stream()
            .filter(Opening::isNft)
            .map(one -> Clearing.of(one.place()))
            .distinct()
            .toList()) {
      opened = opened.mend(clear(clearing));
    }
    return opened;
  }

  private static boolean isNft(Barred barred) {
    return barred.place().table().backend() == Backend.NFTABLES;
  }

  private static Allowing allowing(Barred barred) {
    ExchangeOf question = barred.passage().question();
    return new Allowing(
        barred.place(),
        barred.leg().before(),
        question.at().orElseThrow(), // the swarm asks ports alone
        barred.passage().other().address());
  }

  private static Remedy allow(List<Allowing> allowing) {
    return Remedy.automatic("allow", words(allowing, Allowing::allowing))
        .undoneBy(words(allowing, Allowing::undoing))
        .untilReload();
  }

  private static String[] words(List<Allowing> allowing, Function<Allowing, String> command) {
    return allowing.stream().map(command).toArray(String[]::new);
  }

  private static Remedy clear(Clearing clearing) {
    return Remedy.byHand("clear", clearing.removing()).undoneBy(clearing.restoring()).untilReload();
  }
}

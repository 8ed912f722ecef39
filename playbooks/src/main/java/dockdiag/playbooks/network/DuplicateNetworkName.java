package dockdiag.playbooks.network;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.topology.Cables;
import dockdiag.playbooks.topology.TopologyOf;
import dockdiag.playbooks.topology.Wired;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.NetworksProbe;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Two networks bear one name; who uses the name is refused, or gets either of them.
public final class DuplicateNetworkName implements Check<Wired> {

  @Override
  public Optional<Finding> examine(Wired scope, Facts facts) throws Unobservable {
    List<Cables> all = facts.infer(new TopologyOf()).networks();
    return Wired.first(scope.networks(facts), cables -> judge(cables, all));
  }

  /// One of them is mostly left over.
  @Override
  public Set<String> brings() {
    return Set.of("network-unused");
  }

  /// Reported of the last of them alone.
  private static Optional<Finding> judge(Cables cables, List<Cables> all) {
    List<Cables> named =
        all.stream().filter(one -> one.network().name().equals(cables.network().name())).toList();
    return named.size() > 1 && named.getLast().equals(cables)
        ? Optional.of(found(named))
        : Optional.empty();
  }

  private static Finding found(List<Cables> named) {
    List<String> seen = named.stream().map(DuplicateNetworkName::seen).toList();
    Finding finding =
        Finding.warning(named.getLast().subject())
            .word("number", named.size())
            .because(new NetworksProbe(), Evidence.list(seen));
    List<Cables> empty = named.stream().filter(one -> one.plugs().isEmpty()).toList();
    return empty.size() == named.size() - 1
        ? finding.mend(
            Remedy.automatic(
                "remove",
                empty.stream()
                    .map(one -> "docker network rm " + one.network().id())
                    .toArray(String[]::new)))
        : finding.mend(Remedy.byHand("choose", "docker network rm ID"));
  }

  private static String seen(Cables cables) {
    List<String> containers = cables.plugs().stream().map(plug -> plug.container().name()).toList();
    String id = cables.network().id();
    return id.substring(0, Math.min(12, id.length()))
        + " ("
        + (containers.isEmpty() ? "nothing" : String.join(" ", containers))
        + ")";
  }
}

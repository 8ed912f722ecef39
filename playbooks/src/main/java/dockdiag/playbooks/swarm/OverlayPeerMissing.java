package dockdiag.playbooks.swarm;

import dockdiag.playbooks.Check;
import dockdiag.playbooks.CommandLine;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.playbooks.cluster.Overlay;
import dockdiag.playbooks.cluster.OverlaysOf;
import dockdiag.playbooks.cluster.Stranger;
import dockdiag.playbooks.cluster.StrangersOf;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.route.NeighboursProbe;
import dockdiag.probes.swarm.ForwardingProbe;
import dockdiag.probes.swarm.GossipProbe;
import java.util.List;
import java.util.Optional;

/// This node's end of an overlay network knows no way to a container of another node.
public final class OverlayPeerMissing implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      if (isMeant(overlay, cluster)) {
        List<Stranger> strangers = facts.infer(new StrangersOf(overlay));
        return strangers.stream()
            .filter(one -> cluster.address().map(one.bearer()::answersAt).orElse(true))
            .findFirst()
            .map(first -> found(cluster, overlay, first));
      }
    }
    return Optional.empty();
  }

  private static boolean isMeant(Overlay overlay, Cluster cluster) {
    return cluster
        .address()
        .map(overlay.network()::contains)
        .orElseGet(() -> overlay.network().name().equals(cluster.name()));
  }

  private static Finding found(Cluster cluster, Overlay overlay, Stranger stranger) {
    String who = stranger.bearer().name();
    String told = who + " " + stranger.bearer().address() + " on " + stranger.node();
    String mac = stranger.mac().map(Object::toString).orElse("nobody");
    String network = overlay.network().name();
    Finding finding =
        Finding.error(cluster.subject())
            .word("network", network)
            .word("container", who)
            .word("other", stranger.node())
            .because(new GossipProbe(overlay.network().id()), told)
            .because(
                new NeighboursProbe(stranger.inside()), stranger.bearer().address() + ": " + mac)
            .because(
                new ForwardingProbe(stranger.inside()),
                mac + " leads to " + Evidence.list(stranger.leadsTo()));
    return (stranger.mac().isPresent() ? finding.mend(entry(stranger)) : finding)
        .mend(
            Remedy.byHand(
                "again",
                CommandLine.of("docker", "network", "disconnect", network, who),
                CommandLine.of("docker", "network", "connect", network, who)));
  }

  /// What the engine itself writes.
  private static Remedy entry(Stranger stranger) {
    String mac = stranger.mac().orElseThrow().toString();
    return Remedy.automatic("entry", fdb(stranger, "replace", mac))
        .undoneBy(fdb(stranger, "del", mac))
        .forNow();
  }

  private static String fdb(Stranger stranger, String verb, String mac) {
    String file = stranger.inside() instanceof Namespace.OfOverlay(String name) ? name : "";
    return CommandLine.of(
        "nsenter",
        "--net=/run/docker/netns/" + file,
        "bridge",
        "fdb",
        verb,
        mac,
        "dev",
        "vxlan0",
        "dst",
        stranger.node().toString());
  }
}

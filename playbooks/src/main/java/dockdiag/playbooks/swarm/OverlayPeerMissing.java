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
import java.util.Optional;

/// This node's end of an overlay network knows no way to a container of another node.
public final class OverlayPeerMissing implements Check<Cluster> {

  @Override
  public Optional<Finding> examine(Cluster cluster, Facts facts) throws Unobservable {
    for (Overlay overlay : facts.infer(new OverlaysOf())) {
      if (isMeant(overlay, cluster)) {
        for (Stranger one : facts.infer(new StrangersOf(overlay))) {
          boolean meant = cluster.address().map(one.bearer()::answersAt).orElse(true);
          if (meant && !one.isReached(facts)) {
            return Optional.of(found(cluster, overlay, one, facts));
          }
        }
        return Optional.empty();
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

  private static Finding found(Cluster cluster, Overlay overlay, Stranger stranger, Facts facts)
      throws Unobservable {
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
    Optional<Remedy> entry = stranger.device(facts).map(device -> entry(stranger, device));
    return entry
        .map(finding::mend)
        .orElse(finding)
        .mend(
            Remedy.byHand(
                "again",
                CommandLine.of("docker", "network", "disconnect", network, who),
                CommandLine.of("docker", "network", "connect", network, who)));
  }

  /// What the engine itself writes; where there is one that leads to another node, the container
  /// may have moved there and this one have been told late.
  private static Remedy entry(Stranger stranger, String device) {
    String mac = stranger.mac().orElseThrow().toString();
    Remedy entry =
        Remedy.automatic("entry", fdb(stranger, "replace", mac, device))
            .undoneBy(fdb(stranger, "del", mac, device))
            .forNow();
    return stranger.leadsTo().isEmpty() ? entry : entry.byHand();
  }

  private static String fdb(Stranger stranger, String verb, String mac, String device) {
    String file = stranger.inside() instanceof Namespace.OfOverlay(String name) ? name : "";
    return CommandLine.of(
        "nsenter",
        "--net=/run/docker/netns/" + file,
        "bridge",
        "fdb",
        verb,
        mac,
        "dev",
        device,
        "dst",
        stranger.node().toString());
  }
}

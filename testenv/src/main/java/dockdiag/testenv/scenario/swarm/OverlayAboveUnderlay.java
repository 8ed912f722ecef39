package dockdiag.testenv.scenario.swarm;

import dockdiag.testenv.Attempt.Outcome;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.Lan;
import dockdiag.testenv.debian.Image;
import dockdiag.testenv.scenario.Scenario;
import dockdiag.testenv.scenario.Swarm;
import dockdiag.testenv.scenario.Symptom;
import java.util.List;
import java.util.Optional;

/// Packets of the overlay network are too large for the link between the hosts; their pieces are
/// lost.
public final class OverlayAboveUnderlay implements Scenario {

  @Override
  public String description() {
    return "The link between the nodes takes 1400 bytes, the overlay network 1450.";
  }

  @Override
  public Optional<String> diagnosis() {
    return Optional.of("mtu-mismatch");
  }

  @Override
  public void arrange(DockerHost host) {
    DockerHost worker = Swarm.join(host, "worker");
    Swarm.network(host);
    worker.container("echo").image(Image.SOCAT).network(Swarm.NETWORK).address(Swarm.REDIS).start();
    Swarm.shop(host);
    host.await("echo", () -> host.fromContainer("shop").udp(Swarm.REDIS, 53, "who?").connected());
    limit(host, 1400);
    // before connection tracking puts the pieces together (NF_IP_PRI_CONNTRACK_DEFRAG, -400)
    worker.shell("nft add table ip between");
    worker.shell(
        "nft 'add chain ip between pieces { type filter hook prerouting priority -450; }'");
    worker.shell("nft 'add rule ip between pieces ip frag-off & 0x3fff != 0 drop'");
  }

  private static void limit(DockerHost host, int mtu) {
    host.shell("ip link set dev " + Lan.device(1) + " mtu " + mtu);
    host.neighbour(2).shell("ip link set dev " + Lan.device(2) + " mtu " + mtu);
  }

  @Override
  public Symptom symptom() {
    return Symptom.large(Outcome.TIMED_OUT, "shop", Swarm.REDIS);
  }

  @Override
  public String command() {
    return "swarm";
  }

  @Override
  public String evidence() {
    return "lan1: mtu 1400";
  }

  @Override
  public List<String> lookAlikes() {
    return List.of("jumbo-not-carried", "overlay-blocked-beyond");
  }

  @Override
  public void mend(DockerHost host) {
    limit(host, 1500);
  }
}

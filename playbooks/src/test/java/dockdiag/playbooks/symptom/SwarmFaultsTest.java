package dockdiag.playbooks.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Verdict;
import dockdiag.playbooks.cluster.Cluster;
import dockdiag.probes.Facts;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.testenv.Recordings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What resembles faults of a swarm and is none: texts of the recorded healthy one, changed in one
/// place.
class SwarmFaultsTest {

  private static final String NETWORKS = "docker/networks.json";
  private static final String RULES = "host/run/iptables-nft-save_-c.txt";
  private static final String FORWARDING = "overlay/1-dq1jbkropo/run/bridge_-j_fdb_show.txt";
  private static final String TUNNEL = "overlay/1-dq1jbkropo/run/ip_-j_-d_address_show.txt";
  private static final String REDIS = "net/netns/shop/tcp/10.77.0.10/9.txt";
  private static final String SILENT = "outcome: timed-out\n";
  private static final String FORWARD = "[0:0] -A FORWARD -j DOCKER-USER\n";
  private static final String ENCRYPTED =
      """
      [0:0] -A INPUT -p udp -m policy --dir in --pol none -m udp --dport 4789 -m u32 \
      --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j DROP
      [0:0] -A INPUT -p udp -m policy --dir in --pol ipsec -m udp --dport 4789 -m u32 \
      --u32 "0x0>>0x16&0x3c@0xc&0xffffff00=0x100200" -j ACCEPT
      """;

  private EvidenceBundle swarm = EvidenceBundle.empty();

  @BeforeEach
  void recordedSwarm() throws Exception {
    swarm = EvidenceBundle.read(Recordings.named("swarm"));
  }

  @Test
  void rulesForAnEncryptedNetworkStopNoOther() throws Exception {
    edit(RULES, FORWARD, ENCRYPTED + FORWARD);
    edit(
        NETWORKS,
        "\"com.docker.network.driver.overlay.vxlanid_list\":\"4097\"",
        "\"com.docker.network.driver.overlay.vxlanid_list\":\"4097\",\"encrypted\":\"\"");
    assertThat(diagnosis().verdict()).as("%s", diagnosis().checks()).isEqualTo(Verdict.HEALTHY);
  }

  @Test
  void whatStopsEncryptedPacketsIsNotSeen() throws Exception {
    rulesForAnEncryptedNetworkStopNoOther();
    swarm = swarm.with(REDIS, SILENT);
    assertThat(diagnosis().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void oneThatKeepsSilentIsNoPortThatIsClosed() throws Exception {
    edit(
        gossip(),
        "{\"Name\":\"redis\"",
        "{\"Name\":\"cache\",\"EndpointID\":\"1\",\"EndpointIP\":\"10.77.0.12\","
            + "\"Info\":{\"Host IP\":\"192.0.2.2\"}},{\"Name\":\"redis\"");
    edit(
        FORWARDING,
        "{\"mac\":\"02:42:0a:4d:00:0a\",\"ifname\":\"vxlan0\",\"dst\"",
        "{\"mac\":\"02:42:0a:4d:00:0c\",\"ifname\":\"vxlan0\",\"dst\":\"192.0.2.2\"},"
            + "{\"mac\":\"02:42:0a:4d:00:0a\",\"ifname\":\"vxlan0\",\"dst\"");
    edit(
        "overlay/1-dq1jbkropo/run/ip_-j_neigh_show.txt",
        "[{",
        "[{\"dst\":\"10.77.0.12\",\"dev\":\"vxlan0\",\"lladdr\":\"02:42:0a:4d:00:0c\","
            + "\"state\":[\"PERMANENT\"]},{");
    swarm = swarm.with("net/netns/shop/tcp/10.77.0.12/9.txt", text(REDIS)).with(REDIS, SILENT);
    assertThat(found()).isEmpty();
  }

  @Test
  void whoAnswersIsNoStranger() throws Exception {
    edit(
        FORWARDING,
        "\"ifname\":\"vxlan0\",\"dst\":\"192.0.2.2\"",
        "\"ifname\":\"vxlan0\",\"dst\":\"192.0.2.9\"");
    assertThat(found()).isEmpty();
    swarm = swarm.with(REDIS, SILENT);
    assertThat(found()).containsExactly("overlay-peer-missing");
  }

  @Test
  void aWorkerSeesThePortAtItsOwnEnd() throws Exception {
    edit("docker/info.json", "\"ControlAvailable\":true", "\"ControlAvailable\":false");
    edit(RULES, FORWARD, "[0:0] -A INPUT -p udp -m udp --dport 4789 -j DROP\n" + FORWARD);
    assertThat(found()).containsExactly("overlay-port-blocked");
    edit(TUNNEL, "\"port\":4789", "\"port\":7789");
    assertThat(found()).isEmpty();
  }

  private String gossip() {
    return swarm.entries().keySet().stream()
        .filter(name -> name.contains("verbose"))
        .findFirst()
        .orElseThrow();
  }

  private void edit(String name, String before, String after) {
    assertThat(text(name)).contains(before);
    swarm = swarm.with(name, text(name).replace(before, after));
  }

  private String text(String name) {
    if (swarm.entries().get(name) instanceof Entry.Answered answered) {
      return answered.response().body();
    }
    throw new AssertionError(name);
  }

  private Diagnosis diagnosis() throws Exception {
    return Examination.of(new SwarmInDisorder(), Cluster.ALL, new Facts(RecordedHost.of(swarm)));
  }

  private List<String> found() throws Exception {
    return diagnosis().found().stream().map(one -> one.slug()).toList();
  }
}

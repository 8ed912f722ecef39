package dockdiag.playbooks.symptom;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Evidence;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Outcome;
import dockdiag.probes.Facts;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.testenv.Recordings;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Forms of the networks' faults, and what resembles them, that no page shows: texts of the
/// recorded healthy office, changed in one place.
class NetworkFaultsTest {

  private static final String HOST_LINKS = "host/run/ip_-j_-d_address_show.txt";
  private static final String CACHE_LINKS = "netns/cache/run/ip_-j_-d_address_show.txt";
  private static final String RULES = "host/run/ip_-j_-4_rule_show.txt";
  private static final String ROUTES = "host/run/ip_-j_-4_route_show_table_all.txt";
  private static final String UP = "\"flags\":[\"BROADCAST\",\"MULTICAST\",\"UP\",\"LOWER_UP\"]";

  private EvidenceBundle office = EvidenceBundle.empty();

  @BeforeEach
  void recordedOffice() throws Exception {
    office = EvidenceBundle.read(Recordings.named("office"));
  }

  @Test
  void aBridgeThatIsGone() throws Exception {
    EvidenceBundle gone = edited(HOST_LINKS, "\"ifname\":\"br-front\"", "\"ifname\":\"br-other\"");
    assertThat(seen(gone, Wiring.named("front")))
        .containsExactly("bridge-down: no interface br-front");
  }

  @Test
  void aParentThatIsDownHarmsWhoeverNeedsIt() throws Exception {
    EvidenceBundle down =
        edited(HOST_LINKS, "\"ifname\":\"eth0\"," + UP, "\"ifname\":\"eth0\",\"flags\":[]");
    assertThat(judged(down, Wiring.named("lan"))).containsExactly("macvlan-parent-down error");
    EvidenceBundle idle =
        down.with(
            "docker/containers/json%3Fall=1.json",
            text("docker/containers/json%3Fall=1.json")
                .replace("\"State\":\"running\"", "\"State\":\"exited\""));
    assertThat(judged(idle, Wiring.named("lan"))).containsExactly("macvlan-parent-down note");
  }

  @Test
  void aBridgeWithoutItsIpv6Address() throws Exception {
    EvidenceBundle without =
        edited(HOST_LINKS, "\"local\":\"fd00:20:3::1\"", "\"local\":\"fe80::1\"");
    assertThat(seen(without, Wiring.named("dual")))
        .containsExactly("ipv6-half-enabled: br-dual: no IPv6 address");
  }

  @Test
  void aContainerWithoutItsIpv6Address() throws Exception {
    EvidenceBundle without =
        edited(CACHE_LINKS, "\"local\":\"fd00:20:3::10\"", "\"local\":\"fe80::10\"");
    assertThat(seen(without, Wiring.named("dual")))
        .containsExactly("ipv6-half-enabled: cache eth0: without fd00:20:3::10");
  }

  @Test
  void anInternalNetworkNeedsNoForwarding() throws Exception {
    EvidenceBundle still =
        office
            .with("host/proc/sys/net/ipv6/conf/all/forwarding", "0\n")
            .with(
                "docker/networks.json",
                text("docker/networks.json").replace("\"Internal\":false", "\"Internal\":true"));
    assertThat(seen(still, Wiring.named("dual"))).isEmpty();
  }

  @Test
  void theRuleOfWireguardLeavesNarrowRoutesAlone() throws Exception {
    EvidenceBundle tunnel =
        edited(
                RULES,
                "{\"priority\":32766,",
                "{\"priority\":32764,\"src\":\"all\",\"table\":\"main\",\"suppress_prefixlen\":0},"
                    + "{\"priority\":32765,\"not\":null,\"src\":\"all\",\"fwmark\":\"0xca6c\","
                    + "\"table\":\"51820\"},{\"priority\":32766,")
            .with(ROUTES, withTunnel());
    assertThat(seen(tunnel, Wiring.named("front"))).isEmpty();
  }

  @Test
  void aRuleThatDropsWhatIsForContainers() throws Exception {
    EvidenceBundle switched =
        edited(
                RULES,
                "{\"priority\":32766,",
                "{\"priority\":9,\"src\":\"all\",\"table\":\"9\"},{\"priority\":32766,")
            .with(
                ROUTES,
                text(ROUTES)
                    .replaceFirst(
                        "\\[",
                        "[{\"type\":\"blackhole\",\"dst\":\"default\",\"table\":\"9\",\"flags\":[]},"));
    assertThat(seen(switched, Wiring.named("front")))
        .containsExactly("policy-routing-captures: 9: lookup 9");
  }

  @Test
  void aRuleThatIsNotUnderstoodIsNoneThatIsHarmless() throws Exception {
    EvidenceBundle strange =
        edited(
            RULES,
            "{\"priority\":32766,",
            "{\"priority\":9,\"src\":\"all\",\"ipproto\":\"tcp\",\"table\":\"9\"},{\"priority\":32766,");
    assertThat(diagnosis(strange, Wiring.named("front")).checks())
        .filteredOn(one -> one.slug().equals("policy-routing-captures"))
        .extracting(Examined::outcome)
        .allMatch(Outcome.Unknown.class::isInstance);
  }

  @Test
  void theHalvesOfADefaultRouteOverlapNothing() throws Exception {
    EvidenceBundle vpn =
        office.with(
            ROUTES,
            text(ROUTES)
                .replaceFirst(
                    "\\[",
                    "[{\"dst\":\"0.0.0.0/1\",\"dev\":\"tun0\",\"flags\":[]},"
                        + "{\"dst\":\"128.0.0.0/1\",\"dev\":\"tun0\",\"flags\":[]},"));
    assertThat(seen(vpn, Wiring.ALL)).isEmpty();
  }

  @Test
  void aRouteThatTakesAContainerIsAnError() throws Exception {
    EvidenceBundle vpn =
        office.with(
            ROUTES,
            text(ROUTES)
                .replaceFirst("\\[", "[{\"dst\":\"10.20.1.8/29\",\"dev\":\"tun0\",\"flags\":[]},"));
    assertThat(judged(vpn, Wiring.named("front"))).containsExactly("subnet-overlap error");
  }

  @Test
  void pausedContainersHaveCablesToo() throws Exception {
    EvidenceBundle paused =
        edited(CACHE_LINKS, "\"ifname\":\"eth0\"," + UP, "\"ifname\":\"eth0\",\"flags\":[]")
            .with(
                "docker/containers/json%3Fall=1.json",
                text("docker/containers/json%3Fall=1.json")
                    .replace("\"State\":\"running\"", "\"State\":\"paused\""));
    assertThat(seen(paused, Wiring.named("dual"))).containsExactly("interface-down: eth0: not UP");
  }

  @Test
  void whatOneContainerHidesHidesNoFaultOfAnother() throws Exception {
    EvidenceBundle blind =
        edited(CACHE_LINKS, "\"ifname\":\"eth0\"," + UP, "\"ifname\":\"eth0\",\"flags\":[]")
            .unanswered(
                "docker/containers/store/json.json", Reason.NOT_PRESENT, "No such container");
    Diagnosis diagnosis = diagnosis(blind, Wiring.named("dual"));
    assertThat(diagnosis.found()).extracting(Diagnosed::slug).containsExactly("interface-down");
    assertThat(diagnosis.checks())
        .filteredOn(one -> one.outcome() instanceof Outcome.Unknown)
        .extracting(one -> one.subject().toString())
        .containsOnly("dual", "dual cache", "dual store");
  }

  private String withTunnel() {
    return text(ROUTES)
        .replaceFirst(
            "\\[", "[{\"dst\":\"default\",\"dev\":\"wg0\",\"table\":\"51820\",\"flags\":[]},");
  }

  private EvidenceBundle edited(String name, String before, String after) {
    assertThat(text(name)).contains(before);
    return office.with(name, text(name).replace(before, after));
  }

  private String text(String name) {
    if (office.entries().get(name) instanceof Entry.Answered answered) {
      return answered.response().body();
    }
    throw new AssertionError(name);
  }

  private static Diagnosis diagnosis(EvidenceBundle bundle, Wiring asked) throws Exception {
    return Examination.of(new NetworksInDisorder(), asked, new Facts(RecordedHost.of(bundle)));
  }

  /// Each finding and how bad it is.
  private static List<String> judged(EvidenceBundle bundle, Wiring asked) throws Exception {
    return diagnosis(bundle, asked).found().stream()
        .map(one -> one.slug() + " " + one.finding().severity())
        .toList();
  }

  /// Each finding and the first fact that proves it.
  private static List<String> seen(EvidenceBundle bundle, Wiring asked) throws Exception {
    return diagnosis(bundle, asked).found().stream()
        .map(one -> one.slug() + ": " + first(one).fact())
        .toList();
  }

  private static Evidence first(Diagnosed one) {
    return one.finding().evidence().getFirst();
  }
}

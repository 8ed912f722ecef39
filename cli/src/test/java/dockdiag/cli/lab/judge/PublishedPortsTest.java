package dockdiag.cli.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.playbooks.packetpath.Fate;
import dockdiag.playbooks.packetpath.PacketPath;
import dockdiag.playbooks.packetpath.Trace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Protocol;
import dockdiag.testenv.DockerHost;
import dockdiag.testenv.LabNeeded;
import dockdiag.testenv.NftablesBackend;
import dockdiag.testenv.PacketFilter;
import dockdiag.testenv.debian.Suite;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// On each real engine every client class is judged as its real packets fare, and each rule that
/// stops them is named.
class PublishedPortsTest {

  /// A rule that stops the outside client, how to add and to remove it, and its place.
  private record Breakage(String add, String remove, String place) {}

  private static final Publications.Asked OUTSIDE =
      new Publications.Asked("outside", Protocol.TCP, DockerHost.ADDRESS, 80);

  private static final List<Breakage> BREAKAGES =
      List.of(
          new Breakage(
              "iptables -I DOCKER-USER -p tcp --dport 8080 -m comment --comment mine -j DROP",
              "iptables -D DOCKER-USER 1",
              "iptables filter DOCKER-USER 1"),
          new Breakage(
              "iptables -t raw -I PREROUTING -p tcp --dport 80 -j DROP",
              "iptables -t raw -D PREROUTING 1",
              "iptables raw PREROUTING 1"),
          new Breakage(
              "iptables -t mangle -A PREROUTING -i eth0 -p tcp --dport 80 -j DROP",
              "iptables -t mangle -F",
              "iptables mangle PREROUTING 1"),
          new Breakage(
              "iptables -N A; iptables -N B; iptables -A A -j B; iptables -A B -i eth0 -j REJECT;"
                  + " iptables -I DOCKER-USER -j A",
              "iptables -D DOCKER-USER 1; iptables -F A; iptables -F B; iptables -X A;"
                  + " iptables -X B",
              "iptables filter B 1"),
          new Breakage(
              "nft add table inet mine; nft 'add chain inet mine f"
                  + " { type filter hook forward priority 10; policy drop; }'",
              "nft delete table inet mine",
              "nft inet mine f policy"),
          new Breakage(
              "nft add table inet mine; nft 'add chain inet mine f"
                  + " { type filter hook prerouting priority -250; }';"
                  + " nft add rule inet mine f ip saddr 198.51.100.2 tcp dport 80 drop",
              "nft delete table inet mine",
              "nft inet mine f 1"),
          new Breakage(
              "nft insert rule ip filter FORWARD ip saddr { 198.51.100.2, 198.51.100.3 }"
                  + " tcp dport { 8080, 8081 } drop",
              "iptables -D FORWARD 1",
              "nft ip filter FORWARD 1"),
          new Breakage(
              "iptables-legacy -A FORWARD -i eth0 -p tcp --dport 8080 -j DROP",
              "iptables-legacy -F FORWARD",
              "iptables-legacy filter FORWARD 1"));

  @ParameterizedTest
  @EnumSource
  void areStoppedByTheRuleThatTheWalkNames(Suite suite) throws Unobservable {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite))) {
      Publications publications = Publications.arrange(host);
      for (Breakage breakage : BREAKAGES) {
        host.shell(breakage.add());
        assertThat(named(fate(publications))).isEqualTo(breakage.place());
        assertThat(publications.really(OUTSIDE)).as(breakage.add()).isFalse();
        host.shell(breakage.remove());
        assertThat(Publications.isReached(fate(publications))).as(breakage.remove()).isTrue();
      }
      host.shell("iptables -I DOCKER-USER -s 203.0.113.0/24 -j DROP");
      host.shell("iptables -I DOCKER-USER -p tcp --dport 8081 -j DROP");
      assertThat(Publications.isReached(fate(publications))).isTrue();
    }
  }

  /// Whoever writes the rules, and whichever engine lays them out.
  @TestFactory
  Stream<DynamicTest> fareAsTheRulesOf() {
    return Stream.of(PacketFilter.values())
        .flatMap(
            filter ->
                Stream.of(Suite.values())
                    .map(
                        suite ->
                            DynamicTest.dynamicTest(
                                filter + " " + suite, () -> fareAsTheRulesOf(filter, suite))));
  }

  private static void fareAsTheRulesOf(PacketFilter filter, Suite suite) throws Unobservable {
    try (DockerHost host = LabNeeded.start(DockerHost.on(suite).filter(filter))) {
      Publications publications = Publications.arrange(host);
      if (filter == PacketFilter.NFTABLES) {
        NftablesBackend.program(host);
      }
      PacketPath path = publications.path();
      Map<Publications.Asked, Boolean> really = publications.really();
      for (Publications.Asked asked : Publications.ALL) {
        Trace trace = publications.walk(path, asked);
        assertThat(Publications.isReached(trace.fate()))
            .as("%s %s %s: %s", filter, suite, asked, trace.fate())
            .isEqualTo(really.get(asked));
      }
    }
  }

  private static Fate fate(Publications publications) throws Unobservable {
    return publications.walk(publications.path(), OUTSIDE).fate();
  }

  private static String named(Fate fate) {
    return switch (fate) {
      case Fate.Dropped(var place) -> place.toString();
      case Fate.Rejected(var place, _) -> place.toString();
      default -> fate.toString();
    };
  }
}

package dockdiag.probes.host.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Request.Fragments;
import dockdiag.probes.Unobservable;
import dockdiag.probes.host.kernel.OwnThread;
import dockdiag.probes.host.kernel.Place;
import dockdiag.probes.net.Address;
import dockdiag.testenv.LabNeeded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real requests between three network namespaces: a client, a router, and a server behind a link
/// that takes 1400 bytes.
class EchoesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final String NOBODY = "1 0";
  private static final String EVERYBODY = "0 2147483647";

  private static final List<Process> NAMESPACES = new ArrayList<>();

  @BeforeAll
  static void layCables() throws IOException, InterruptedException {
    LabNeeded.orSkip();
    for (int i = 0; i < 3; i++) {
      NAMESPACES.add(
          new ProcessBuilder("unshare", "--net", "sh", "-c", "ip link set lo up; echo; exec cat")
              .start());
      assertThat(NAMESPACES.getLast().getInputStream().read()).isEqualTo('\n');
    }
    for (int end = 0; end < 3; end++) { // a router asks for neighbours from an address in use only
      in(end, "echo 0 >/proc/sys/net/ipv6/conf/default/accept_dad");
    }
    long router = NAMESPACES.get(1).pid();
    in(0, "ip link add name r type veth peer name c netns " + router);
    in(2, "ip link add name r mtu 1400 type veth peer name s mtu 1400 netns " + router);
    in(0, "ip addr add 192.0.2.2/25 dev r; ip -6 addr add 2001:db8:1::2/64 dev r nodad");
    in(1, "ip addr add 192.0.2.1/25 dev c; ip -6 addr add 2001:db8:1::1/64 dev c nodad");
    in(1, "ip addr add 192.0.2.129/25 dev s; ip -6 addr add 2001:db8:2::1/64 dev s nodad");
    in(2, "ip addr add 192.0.2.130/25 dev r; ip -6 addr add 2001:db8:2::2/64 dev r nodad");
    in(0, "ip link set r up");
    in(1, "ip link set c up; ip link set s up");
    in(2, "ip link set r up");
    for (int end : new int[] {1, 2}) { // by themselves they report few errors a second
      in(end, "echo 1 >/proc/sys/net/ipv4/ip_forward; echo 0 >/proc/sys/net/ipv4/icmp_ratelimit");
      in(end, "echo 1 >/proc/sys/net/ipv6/conf/all/forwarding");
      in(end, "echo 0 >/proc/sys/net/ipv6/icmp/ratelimit");
    }
    in(0, "ip route add 192.0.2.128/25 via 192.0.2.1; ip route add 198.51.100.0/24 via 192.0.2.1");
    in(0, "ip route add prohibit 203.0.113.1; ip route add blackhole 203.0.113.3");
    in(0, "ip -6 route add blackhole 2001:db8:5::/48");
    in(0, "ip -6 route add 2001:db8:2::/47 via 2001:db8:1::1");
    in(1, "ip route add unreachable 198.51.100.1; ip route add prohibit 198.51.100.2");
    in(1, "ip route add blackhole 198.51.100.3; ip route add 198.51.100.4 via 192.0.2.130");
    in(
        1,
        "ip -6 route add prohibit 2001:db8:3::2; ip -6 route add 2001:db8:3::4 via 2001:db8:2::2");
    in(2, "ip route add default via 192.0.2.129; ip -6 route add default via 2001:db8:2::1");
  }

  @AfterAll
  static void endTheNamespaces() throws InterruptedException {
    for (Process process : NAMESPACES) {
      process.destroy();
      process.waitFor();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1 0, 192.0.2.1, outcome: answered",
    "1 0, 192.0.2.130, outcome: answered",
    "1 0, 127.0.0.1, outcome: answered",
    "1 0, 198.51.100.1, outcome: unreachable by: 192.0.2.1 code: 1",
    "1 0, 198.51.100.2, outcome: unreachable by: 192.0.2.1 code: 13",
    "1 0, 198.51.100.3, outcome: timed-out",
    "1 0, 198.51.100.4, outcome: time-exceeded by: 192.0.2.130",
    "1 0, 203.0.113.1, outcome: forbidden",
    "1 0, 203.0.113.2, outcome: no-route",
    "1 0, 203.0.113.3, outcome: no-route",
    "1 0, 2001:db8:2::2, outcome: answered",
    "1 0, ::1, outcome: answered",
    "1 0, 2001:db8:3::2, outcome: unreachable by: 2001:db8:1::1 code: 1",
    "1 0, 2001:db8:3::4, outcome: time-exceeded by: 2001:db8:2::2",
    "1 0, 2001:db8:4::4, outcome: no-route",
    "1 0, 2001:db8:5::4, outcome: no-route",
    "0 2147483647, 192.0.2.130, outcome: answered",
    "0 2147483647, 198.51.100.1, outcome: unreachable by: 192.0.2.1 code: 1",
    "0 2147483647, 198.51.100.3, outcome: timed-out",
    "0 2147483647, 198.51.100.4, outcome: time-exceeded by: 192.0.2.130",
    "0 2147483647, 203.0.113.1, outcome: forbidden",
    "0 2147483647, 203.0.113.2, outcome: no-route",
    "0 2147483647, 203.0.113.3, outcome: no-route",
    "0 2147483647, 2001:db8:5::4, outcome: no-route",
    "0 2147483647, 2001:db8:2::2, outcome: answered",
    "0 2147483647, 2001:db8:3::2, outcome: unreachable by: 2001:db8:1::1 code: 1",
  })
  void theFateOfARequestIsTold(String group, String to, String fate) throws Exception {
    assertThat(echo(group, to, 56, Fragments.ALLOWED)).isEqualTo(fate);
  }

  @ParameterizedTest
  @CsvSource({
    "1372, FORBIDDEN, 192.0.2.130, outcome: answered",
    "1373, FORBIDDEN, 192.0.2.130, outcome: too-big by: 192.0.2.1 mtu: 1400",
    "1373, ALLOWED, 192.0.2.130, outcome: answered",
    "1473, FORBIDDEN, 192.0.2.130, outcome: too-big mtu: 1500",
    "9000, ALLOWED, 192.0.2.130, outcome: answered",
    "0, FORBIDDEN, 192.0.2.130, outcome: answered",
    "1352, FORBIDDEN, 2001:db8:2::2, outcome: answered",
    "1353, FORBIDDEN, 2001:db8:2::2, outcome: too-big by: 2001:db8:1::1 mtu: 1400",
    "1453, FORBIDDEN, 2001:db8:2::2, outcome: too-big mtu: 1500",
  })
  void theSizeThatPassesIsFound(int bytes, Fragments fragments, String to, String fate)
      throws Exception {
    for (String group : List.of(NOBODY, EVERYBODY)) {
      assertThat(echo(group, to, bytes, fragments)).isEqualTo(fate);
    }
  }

  // the round trip is another one each time
  private static String echo(String group, String to, int bytes, Fragments fragments)
      throws Unobservable, IOException, InterruptedException {
    in(0, "echo " + group + " >/proc/sys/net/ipv4/ping_group_range");
    String process = "/proc/" + NAMESPACES.getFirst().pid();
    var place =
        new Place(
            "client",
            "",
            process + Place.NETNS,
            process,
            Place.Network.ENTERED,
            OptionalInt.empty());
    var request = new Request.Echo(Namespace.HOST, Address.of(to), bytes, fragments);
    return OwnThread.answer(DEADLINE, "echo", () -> Echoes.ask(place, request, PATIENCE))
        .replaceFirst("micros: [0-9]+\n", "")
        .strip()
        .replace('\n', ' ');
  }

  private static void in(int namespace, String script) throws IOException, InterruptedException {
    Path file = Path.of("/proc/" + NAMESPACES.get(namespace).pid() + "/ns/net");
    assertThat(Files.exists(file)).isTrue();
    Process process =
        new ProcessBuilder("nsenter", "--net=" + file, "sh", "-ec", script).inheritIO().start();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(script).isEqualTo(0);
  }
}

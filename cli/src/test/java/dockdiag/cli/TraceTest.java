package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.Entry;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Traces over the recorded shop, and with a rule of somebody else in it.
class TraceTest {

  private static final String SAVE = "host/run/iptables-nft-save_-c.txt";
  private static final String USERS = "[0:0] -A DOCKER-USER -j RETURN\n";

  @TempDir private Path folder = Path.of("");
  private EvidenceBundle shop = EvidenceBundle.empty();

  @BeforeEach
  void recordedShop() throws Exception {
    shop = EvidenceBundle.read(Recordings.named("shop"));
  }

  @Test
  void everyStepOfARequestAndItsAnswer() throws Exception {
    Spoken spoken = trace("outside", "mysql");
    assertThat(spoken.status()).isZero();
    assertThat(spoken.out())
        .startsWith(
            """
            outside to mysql: tcp to 198.51.100.1:3306

            request, host eth0
               1  tcp 203.0.113.7:50000 -> 198.51.100.1:3306
               2  nat PREROUTING  iptables nat PREROUTING 1, 0 packets => jump DOCKER
                    -A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
               3  nat PREROUTING  iptables nat DOCKER 3, 0 packets => dnat
            """)
        .contains("\nrequest, mysql eth0\n", "\nanswer, mysql\n")
        .contains("  30  sent by eth0: tcp 198.51.100.1:3306 -> 203.0.113.7:50000\n")
        .endsWith("\nmysql answers, and the answer comes back.\n");
  }

  @Test
  void aRuleInDockerUserIsTheEndWithItsNumberAndText() throws Exception {
    shop = with("[7:420] -A DOCKER-USER -p tcp -m comment --comment \"no\" -j DROP\n");
    Spoken spoken = trace("outside", "mysql:3306");
    assertThat(spoken.status()).isEqualTo(1);
    assertThat(spoken.out())
        .contains("filter FORWARD  iptables filter DOCKER-USER 1, 7 packets => drop\n")
        .endsWith(
            "\nThe request ends at iptables filter DOCKER-USER 1 (host):"
                + " -A DOCKER-USER -p tcp -m comment --comment \"no\" -j DROP\n");
  }

  @Test
  void theRuleThatLeavesItUndecidedIsNamed() throws Exception {
    String rule = "-A DOCKER-USER -m u32 --u32 \"0x0=0x1\" -j DROP";
    shop = with("[0:0] " + rule + "\n");
    Spoken spoken = trace("outside", "mysql");
    String end = "Undecided: iptables filter DOCKER-USER 1: " + rule;
    assertThat(spoken.status()).isEqualTo(3);
    assertThat(spoken.out()).endsWith("\n" + end + "\n");
    assertThat(spoken.err()).isEqualTo("dockdiag: " + end + "\n");
  }

  @Test
  void theSameForPrograms() throws Exception {
    JsonObject json = JsonParser.parseString(json("redis", "mysql:3306")).getAsJsonObject();
    List<String> wheres =
        json.getAsJsonArray("path").asList().stream()
            .map(step -> step.getAsJsonObject())
            .map(step -> step.get("direction") + " " + step.get("where"))
            .map(text -> text.replace("\"", ""))
            .distinct()
            .toList();
    assertThat(json.get("schema").getAsString()).isEqualTo("dockdiag.trace/1");
    assertThat(json.get("end").getAsString()).isEqualTo("answered");
    assertThat(wheres)
        .containsExactly(
            "request redis",
            "request host br-97c4e72f13db",
            "request mysql eth0",
            "reply mysql",
            "reply host br-97c4e72f13db",
            "reply redis eth0");
  }

  @Test
  void aTableForTicketsObeysNothingThatSomebodyWrote() throws Exception {
    String comment = "``` | <img src=x> @all \u202e \u001b[31m";
    shop = with("[0:0] -A DOCKER-USER -m comment --comment \"" + comment + "\" -j DROP\n");
    String table = trace("outside", "mysql", "--format", "markdown").out();
    assertThat(table)
        .contains(
            "```` -A DOCKER-USER -m comment --comment \"``` \\| <img src=x> @all \\u202e"
                + " \\x1b[31m\" -j DROP ````")
        .contains("&lt;img src=x&gt; \\@<!-- -->all")
        .doesNotContain("\u001b", "\u202e");
    assertThat(table.lines().filter(line -> line.startsWith("|")).toList())
        .allSatisfy(
            row -> assertThat(row.replace("\\|", "").chars().filter(c -> c == '|')).hasSize(6));
  }

  @Test
  void whatMeansNothingIsRefusedWithWhatIsNear() throws Exception {
    assertThat(trace("redis", "msql:80"))
        .isEqualTo(
            new Spoken(
                2,
                "",
                "dockdiag: No container is called msql; nearest: mysql, redis, frontend-2.\n"));
    assertThat(trace("redis", "mysql:0").err()).contains("0 is no port");
  }

  @Test
  void withoutAPortAnEchoIsTraced() throws Exception {
    Spoken spoken = trace("redis", "mysql");
    assertThat(spoken.out())
        .startsWith("redis to mysql: icmp to 10.5.0.2\n")
        .contains("icmp 10.5.0.3 -> 10.5.0.2")
        .endsWith("\nmysql answers, and the answer comes back.\n");
    shop = shop.with("netns/mysql/proc/sys/net/ipv4/icmp_echo_ignore_all", "1\n");
    assertThat(trace("redis", "10.5.0.2").out())
        .endsWith(
            "\nThe kernel drops the request (mysql), echo ignored:"
                + " net.ipv4.icmp_echo_ignore_all is set\n");
  }

  @Test
  void whatCannotBeReadIsSaidAndWhy() throws Exception {
    shop = shop.unanswered("host/run/nft_-j_list_ruleset.txt", Reason.NOT_PERMITTED, "not root");
    Spoken spoken = trace("outside", "mysql");
    assertThat(spoken.status()).isEqualTo(3);
    assertThat(spoken.err()).contains("not root");
  }

  @Test
  void everyFormOfAnAddressIsUnderstood() throws Exception {
    assertThat(trace("host", "[::1]:3306").status()).isZero();
    assertThat(trace("10.5.0.3", "mysql:3306").out()).contains("\nrequest, redis\n");
    assertThat(trace("198.51.100.2", "198.51.100.1:80").out())
        .endsWith("\nfrontend-1 answers, and the answer comes back.\n");
    assertThat(trace("redis", "host:9999").out())
        .endsWith("\nRefused: in host nobody listens on 9999/tcp.\n");
    assertThat(trace("redis", "192.0.2.9:443").out())
        .endsWith("\nIt leaves the host by eth0; what comes after that is not known here.\n");
  }

  private EvidenceBundle with(String rule) {
    if (shop.entries().get(SAVE) instanceof Entry.Answered answered) {
      return shop.with(SAVE, answered.response().body().replace(USERS, rule + USERS));
    }
    throw new AssertionError("not recorded: " + SAVE);
  }

  private String json(String from, String to) throws Exception {
    return trace(from, to, "--format", "json").out();
  }

  private Spoken trace(String... words) throws Exception {
    Path file = folder.resolve("shop.dockdiag.zip");
    shop.write(file);
    return Spoken.to(
        Stream.concat(Stream.of("replay", file.toString(), "trace"), Stream.of(words))
            .toArray(String[]::new));
  }
}

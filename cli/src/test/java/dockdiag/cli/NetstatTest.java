package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sockets of a recorded container, as a table and for programs.
class NetstatTest {

  private static final String SOCKETS = "netns/mysql/sockets.txt";

  @TempDir private Path folder = Path.of("");
  private EvidenceBundle shop = EvidenceBundle.empty();

  @BeforeEach
  void recordedShop() throws Exception {
    shop =
        EvidenceBundle.read(Recordings.named("shop"))
            .with(
                "netns/mysql/processes.txt",
                "216\t1\tS\t0\t303716\tmysqld\t429385,429386\tmysqld --user=root\n");
  }

  @Test
  void aTableForPeople() throws Exception {
    EvidenceBundle more =
        shop.with(
            SOCKETS,
            """
            tcp LISTEN rq=0 wq=80 0.0.0.0:3306 0.0.0.0:0 uid=0 ino=429385
            tcp LISTEN rq=3 [::]:33060 [::]:0 uid=0 ino=7 v6only=1
            tcp LISTEN rq=0 wq=4096 127.0.0.11:39053 0.0.0.0:0 uid=0 ino=429166
            tcp ESTABLISHED rq=0 wq=64 [::ffff:10.5.0.2]:3306 [::ffff:10.5.0.6]:57408 uid=0 ino=429386
            udp CLOSE rq=0 wq=0 127.0.0.11:53031 0.0.0.0:0 uid=0 ino=429165
            """);
    assertThat(asked(more))
        .isEqualTo(
            new Spoken(
                0,
                """
                Proto  State        Recv-Q  Send-Q  Local                   Peer            Process
                tcp    LISTEN       0       80      0.0.0.0:3306            *               mysqld (pid 1)
                tcp    LISTEN       3       ?       [::]:33060 (IPv6 only)  *               ?
                tcp    LISTEN       0       4096    127.0.0.11:39053        *               the engine's DNS server
                tcp    ESTABLISHED  0       64      10.5.0.2:3306           10.5.0.6:57408  mysqld (pid 1)
                udp    -            0       0       127.0.0.11:53031        *               the engine's DNS server
                """,
                ""));
  }

  @Test
  void theSameForPrograms() throws Exception {
    EvidenceBundle two =
        shop.with(
            SOCKETS,
            """
            tcp LISTEN rq=0 wq=80 [::]:3306 [::]:0 uid=0 ino=429385 v6only=0
            udp CLOSE rq=0 wq=0 127.0.0.11:53031 0.0.0.0:0 uid=0 ino=429165
            """);
    assertThat(asked(two, "--format", "json").out())
        .isEqualTo(
            """
            {
              "schema": "dockdiag.netstat/1",
              "container": "mysql",
              "sockets": [
                {
                  "protocol": "tcp",
                  "state": "LISTEN",
                  "local": "[::]:3306",
                  "recvQ": 0,
                  "sendQ": 80,
                  "v6only": false,
                  "process": "mysqld",
                  "pid": 1
                },
                {
                  "protocol": "udp",
                  "state": "CLOSE",
                  "local": "127.0.0.11:53031",
                  "recvQ": 0,
                  "sendQ": 0,
                  "embeddedDns": true
                }
              ]
            }
            """);
  }

  @Test
  void withoutRootTheSocketsAreThereAndTheProcessesAreNot() throws Exception {
    EvidenceBundle blind =
        shop.unanswered(
            "netns/mysql/processes.txt", Reason.NOT_PERMITTED, "processes of mysql: not permitted");
    Spoken spoken = asked(blind);
    assertThat(spoken.status()).isZero();
    assertThat(spoken.out()).contains("0.0.0.0:3306").doesNotContain("mysqld");
    assertThat(spoken.err())
        .isEqualTo(
            "dockdiag: processes of mysql: not permitted."
                + " To settle it, run dockdiag with sudo.\n");
  }

  @Test
  void whatKeptItFromLookingIsSaid() throws Exception {
    EvidenceBundle blind =
        shop.unanswered(SOCKETS, Reason.PASSIVE, "network namespace of mysql: not entered");
    assertThat(asked(blind))
        .isEqualTo(
            new Spoken(
                3,
                "",
                "dockdiag: network namespace of mysql: not entered."
                    + " To settle it, run dockdiag without --passive.\n"));
  }

  @Test
  void aContainerThatDoesNotRunHasNoSockets() throws Exception {
    EvidenceBundle stopped =
        shop.merge(
            "docker/containers/mysql/json.json",
            """
            {"State": {"Status": "exited", "Running": false, "Pid": 0}}
            """);
    assertThat(asked(stopped))
        .isEqualTo(new Spoken(2, "", "dockdiag: mysql does not run, so it has no sockets.\n"));
  }

  private Spoken asked(EvidenceBundle bundle, String... options) throws Exception {
    Path file = folder.resolve("case.dockdiag.zip");
    bundle.write(file);
    return Spoken.to(
        Stream.concat(Stream.of("replay", file.toString(), "netstat", "mysql"), Stream.of(options))
            .toArray(String[]::new));
  }
}

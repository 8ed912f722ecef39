package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dockdiag.cli.report.JsonReport;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The networks of a recorded host, as a tree for people and for programs.
class NetworksTest {

  private static final String DATABASE = "netns/database/run/ip_-j_-d_address_show.txt";

  @TempDir private Path folder = Path.of("");
  private EvidenceBundle office = EvidenceBundle.empty();

  @BeforeEach
  void recordedOffice() throws Exception {
    office = EvidenceBundle.read(Recordings.named("office"));
  }

  @Test
  void aTreeForPeople() throws Exception {
    Spoken spoken = asked(office, "networks");
    assertThat(tree(spoken))
        .isEqualTo(
            """
            Networks
              back: bridge, dev br-back, 10.20.2.0/24 gateway 10.20.2.1
                database: 10.20.2.10, eth0@vethf8fa146 mtu 1500, 02:42:0a:14:02:0a
                printer: 10.20.2.3, eth1@veth3886772 mtu 1500, 02:42:0a:14:02:03
                proxy: 10.20.2.2, eth1@veth9550e71 mtu 1500, 02:42:0a:14:02:02
              bridge: bridge, dev docker0, 172.17.0.0/16
              dual: bridge, dev br-dual, 10.20.3.0/24 gateway 10.20.3.1, fd00:20:3::/64 gateway fd00:20:3::1
                cache: 10.20.3.10, fd00:20:3::10, eth0@vethc69d7ca mtu 1500, 02:42:0a:14:03:0a
                store: 10.20.3.11, fd00:20:3::11, eth0@veth69fe63f mtu 1500, 02:42:0a:14:03:0b
              front: bridge, dev br-front, 10.20.1.0/24 gateway 10.20.1.1
                proxy: 10.20.1.11, eth0@vethb4f91b5 mtu 1500, 02:42:0a:14:01:0b
                spare: created
                web: 10.20.1.10, eth0@vethcbe3635 mtu 1500, 02:42:0a:14:01:0a, aliases www
              host: host
                agent: running
              jumbo: bridge, dev br-jumbo, 10.20.5.0/24 gateway 10.20.5.1, mtu=9000
                copy: 10.20.5.11, eth0@veth635ba26 mtu 9000, 02:42:0a:14:05:0b
                disk: 10.20.5.10, eth0@vethc7bffa2 mtu 9000, 02:42:0a:14:05:0a
              lan: macvlan, parent eth0, 198.51.100.0/24 gateway 198.51.100.2
                printer: 198.51.100.64, eth0 mtu 1500, 02:42:c6:33:64:40
              none: null
                batch: running
              routed: bridge, dev br-routed, 10.20.6.0/24 gateway 10.20.6.1, enable_ip_masquerade=false
                proxy: 10.20.6.2, eth2@vethe03d217 mtu 1500, 02:42:0a:14:06:02
              sealed: bridge, dev br-sealed, 10.20.4.0/24 gateway 10.20.4.1, internal
                vault: 10.20.4.10, eth0@vethf67c988 mtu 1500, 02:42:0a:14:04:0a
            """);
    assertThat(spoken.status()).isZero();
  }

  @Test
  void aDrawingForTickets() throws Exception {
    String ticket = asked(office, "networks", "dual", "--format", "markdown").out();
    assertThat(ticket)
        .contains(
            """
            ```mermaid
            flowchart LR
              n0(["dual, bridge, 10.20.3.0/24, fd00:20:3::/64"])
              c0["cache"]
              n0 ---|"10.20.3.10, fd00:20:3::10"| c0
              c1["store"]
              n0 ---|"10.20.3.11, fd00:20:3::11"| c1
            ```
            """);
  }

  @Test
  void oneNetworkForPrograms() throws Exception {
    String json = asked(office, "networks", "routed", "--format", "json").out();
    assertThat(json.substring(json.indexOf("  \"tree\"")))
        .isEqualTo(
            """
              "tree": [
                {
                  "network": "routed",
                  "id": "b628230f5e9ea6f3e5d01d2d359973cae1928131008cacf8fbcbfb1e3ae5619d",
                  "driver": "bridge",
                  "scope": "local",
                  "internal": false,
                  "ipv6": false,
                  "subnets": [
                    {
                      "subnet": "10.20.6.0/24",
                      "gateway": "10.20.6.1"
                    }
                  ],
                  "bridge": {
                    "name": "br-routed",
                    "up": true,
                    "mtu": 1500
                  },
                  "options": {
                    "com.docker.network.bridge.enable_ip_masquerade": "false",
                    "com.docker.network.bridge.name": "br-routed"
                  },
                  "containers": [
                    {
                      "container": "proxy",
                      "status": "running",
                      "addresses": [
                        "10.20.6.2"
                      ],
                      "mac": "02:42:0a:14:06:02",
                      "aliases": [],
                      "interface": {
                        "name": "eth2",
                        "up": true,
                        "mtu": 1500
                      },
                      "veth": {
                        "name": "vethe03d217",
                        "up": true,
                        "mtu": 1500
                      }
                    }
                  ]
                }
              ]
            }
            """);
    assertThat(violations(json)).isEmpty();
  }

  @Test
  void whatOneContainerHidesIsSaidAndTheRestIsKept() throws Exception {
    EvidenceBundle blind =
        office.unanswered(DATABASE, Reason.NOT_PERMITTED, "network namespace: not entered");
    Spoken spoken = asked(blind, "networks", "back");
    assertThat(tree(spoken))
        .isEqualTo(
            """
            Networks
              back: bridge, dev br-back, 10.20.2.0/24 gateway 10.20.2.1
                database: 10.20.2.10, ? network namespace: not entered, 02:42:0a:14:02:0a
                printer: 10.20.2.3, eth1@veth3886772 mtu 1500, 02:42:0a:14:02:03
                proxy: 10.20.2.2, eth1@veth9550e71 mtu 1500, 02:42:0a:14:02:02
            """);
    assertThat(spoken.status()).isEqualTo(3);
  }

  @Test
  void namesCannotCommandATerminal() throws Exception {
    EvidenceBundle hostile =
        office.with(
            "docker/networks.json",
            "[{\"Name\": \"a\\u001b[2Jb\", \"Id\": \"5a\", \"Driver\": \"brid\\nge\"}]");
    Spoken spoken = asked(hostile, "networks");
    assertThat(tree(spoken)).isEqualTo("Networks\n  a\\x1b[2Jb: brid\\nge\n");
  }

  @Test
  void anUnknownNameGetsThoseThatThereAre() throws Exception {
    assertThat(asked(office, "networks", "nowhere"))
        .isEqualTo(
            new Spoken(
                2,
                "",
                "dockdiag: No network is called nowhere. There are: back, bridge, dual, front,"
                    + " host, jumbo, lan, none, routed, sealed.\n"));
  }

  @Test
  void aBeginningDoWhereItIsUnique() throws Exception {
    assertThat(asked(office, "networks", "rou").out()).contains("  routed: bridge");
    assertThat(asked(office, "networks", "b628230f5").out()).contains("  routed: bridge");
    assertThat(asked(office, "networks", "b").err())
        .isEqualTo("dockdiag: b could be any of: back, bridge.\n");
  }

  private static String tree(Spoken spoken) {
    String out = spoken.out();
    int from = out.indexOf("Networks\n");
    return out.substring(from, out.indexOf("\n\n", from) + 1);
  }

  private static Set<ValidationMessage> violations(String json) throws Exception {
    try (InputStream in = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  private Spoken asked(EvidenceBundle bundle, String... words) throws Exception {
    Path file = folder.resolve("case.dockdiag.zip");
    bundle.write(file);
    return Spoken.to(
        Stream.concat(Stream.of("replay", file.toString()), Stream.of(words))
            .toArray(String[]::new));
  }
}

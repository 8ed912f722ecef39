package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One container asks another over the recorded shop.
class PingTest {

  private static final String SOCKETS = "netns/mysql/sockets.txt";

  @TempDir private Path folder = Path.of("");
  private EvidenceBundle shop = EvidenceBundle.empty();

  @BeforeEach
  void recordedShop() throws Exception {
    shop = EvidenceBundle.read(Recordings.named("shop"));
  }

  @Test
  void whatIsPredictedStandsBesideWhatAPacketSaw() throws Exception {
    Spoken spoken = ping("order-service", "mysql:3306");
    assertThat(spoken.status()).isZero();
    assertThat(spoken.out())
        .contains("order-service  10.5.0.2:3306  tcp ipv4  delivered  delivered\n");
  }

  @Test
  void withoutAPortItIsAnEcho() throws Exception {
    JsonObject report = report("order-service", "mysql");
    assertThat(report.get("verdict").getAsString()).isEqualTo("healthy");
    JsonArray reach = report.getAsJsonArray("reach");
    JsonObject row = reach.get(0).getAsJsonObject();
    assertThat(reach).hasSize(1);
    assertThat(row.get("protocol").getAsString()).isEqualTo("icmp");
    assertThat(row.get("to").getAsString()).isEqualTo("10.5.0.2");
    assertThat(row.get("observed").getAsString()).isEqualTo("delivered");
  }

  @Test
  void theCallerMayBeNamedByItsAddress() throws Exception {
    assertThat(ping("10.5.0.4", "10.5.0.2").status()).isZero();
  }

  @Test
  void exactlyOneIsTheRootCause() throws Exception {
    shop =
        shop.with(SOCKETS, "tcp LISTEN rq=0 wq=80 127.0.0.1:3306 0.0.0.0:0 uid=0 ino=16025445\n");
    JsonArray found = report("order-service", "mysql:3306").getAsJsonArray("diagnoses");
    assertThat(found).hasSize(2);
    JsonObject first = found.get(0).getAsJsonObject();
    assertThat(first.get("id").getAsString()).isEqualTo("target-on-loopback");
    assertThat(first.get("rootCause").getAsBoolean()).isTrue();
    assertThat(first.getAsJsonArray("causes").toString()).isEqualTo("[\"target-has-no-listener\"]");
    assertThat(found.get(1).getAsJsonObject().get("rootCause").getAsBoolean()).isFalse();
  }

  @Test
  void whatMeansNothingIsRefusedWithWhatIsNear() throws Exception {
    assertThat(ping("order-service", "msql:80"))
        .isEqualTo(
            new Spoken(
                2,
                "",
                "dockdiag: No container is called msql; nearest: mysql, redis, frontend-2.\n"));
    assertThat(ping("order-service", "mysql:0").err()).contains("0 is no port");
    Spoken outside = ping("outside", "mysql");
    assertThat(outside.status()).isEqualTo(2);
    assertThat(outside.err()).contains("Nobody can send from outside here");
  }

  private JsonObject report(String from, String to) throws Exception {
    return JsonParser.parseString(ping(from, to, "--format", "json").out()).getAsJsonObject();
  }

  private Spoken ping(String... words) throws Exception {
    Path file = folder.resolve("shop.dockdiag.zip");
    shop.write(file);
    return Spoken.to(
        Stream.concat(Stream.of("replay", file.toString(), "ping"), Stream.of(words))
            .toArray(String[]::new));
  }
}

package dockdiag.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dockdiag.playbooks.Diagnosis;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class JsonReportTest {

  @Test
  void theReportIsWhatTheContractSays() throws Exception {
    Diagnosis broken = Cases.mysql(Cases.shopWith("listener-on-loopback"));
    assertThat(written(broken).replaceAll("\"millis\": \\d+", "\"millis\": 2"))
        .isEqualTo(
            """
            {
              "schema": "dockdiag.report/1",
              "tool": "dockdiag 1.0.0",
              "time": "2026-11-21T10:00:00Z",
              "command": "dockdiag ports mysql",
              "host": {
                "name": "prod-7",
                "os": "Debian GNU/Linux 12",
                "kernel": "6.1.0",
                "arch": "amd64",
                "engine": "28.5.2",
                "evidence": "recorded"
              },
              "verdict": "broken",
              "diagnoses": [
                {
                  "id": "listener-on-loopback",
                  "severity": "error",
                  "confidence": "confirmed",
                  "rootCause": true,
                  "subject": {
                    "container": "mysql",
                    "port": "3306/tcp"
                  },
                  "summary": "In mysql, mysqld listens on 127.0.0.1:3306 alone, so nothing from outside the container reaches it.",
                  "evidence": [
                    {
                      "source": "/proc/216/net/{tcp,tcp6,udp,udp6}",
                      "fact": "LISTEN 127.0.0.1:3306 mysqld (pid 1)",
                      "byHand": "nsenter --target 216 --net ss -tulnp"
                    }
                  ],
                  "fixes": [
                    {
                      "text": "Make mysqld listen on all addresses of the container, and make the container anew.",
                      "commands": [
                        "mariadbd --bind-address=0.0.0.0"
                      ],
                      "automatic": false,
                      "impact": "Every container on the same networks can then connect to it too.",
                      "undo": [],
                      "persists": true,
                      "survives": {
                        "engineRestart": true,
                        "firewallReload": true,
                        "reboot": true
                      },
                      "proven": false
                    }
                  ],
                  "causes": []
                }
              ],
              "reach": [
                {
                  "from": "host-address",
                  "family": "ipv4",
                  "protocol": "tcp",
                  "to": "198.51.100.1:3306",
                  "outcome": "closed-at-once",
                  "at": "mysql: no listener",
                  "predicted": "refused",
                  "observed": "closed-at-once",
                  "subject": {
                    "container": "mysql",
                    "port": "3306/tcp"
                  }
                },
                {
                  "from": "host-loopback",
                  "family": "ipv4",
                  "protocol": "tcp",
                  "to": "127.0.0.1:3306",
                  "outcome": "delivered",
                  "at": "mysql: no listener",
                  "predicted": "closed-at-once",
                  "observed": "delivered",
                  "subject": {
                    "container": "mysql",
                    "port": "3306/tcp"
                  }
                }
              ],
              "checks": [
                {
                  "id": "container-not-running",
                  "subject": {
                    "container": "mysql"
                  },
                  "status": "pass",
                  "detail": "mysql is running",
                  "millis": 2
                },
                {
                  "id": "listener-on-loopback",
                  "subject": {
                    "container": "mysql",
                    "port": "3306/tcp"
                  },
                  "status": "fail",
                  "detail": "The server listens on the container's loopback alone",
                  "millis": 2
                },
                {
                  "id": "no-listener",
                  "subject": {
                    "container": "mysql",
                    "port": "3306/tcp"
                  },
                  "status": "pass",
                  "detail": "something listens on 3306/tcp",
                  "millis": 2
                }
              ],
              "path": [],
              "missing": []
            }
            """);
  }

  @Test
  void everyReportSatisfiesTheSchema() throws Exception {
    assertThat(violations(written(Cases.mysql(Cases.shop())))).isEmpty();
    assertThat(violations(written(Cases.mysql(Cases.shopWith("listener-on-loopback"))))).isEmpty();
    assertThat(violations(written(Cases.twoPorts()))).isEmpty();
    assertThat(violations(written(Cases.hostile("\u001b[2J\u202e")))).isEmpty();
    Diagnosis blind = Cases.mysql(Cases.shop().without("netns/mysql/sockets.txt"));
    assertThat(violations(written(blind))).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> theSchemaRefuses() {
    return Stream.of(
        refuses("a verdict that there is not", report -> report.addProperty("verdict", "fine")),
        refuses("a time that is not in UTC", report -> report.addProperty("time", "2026-11-21")),
        refuses("a report without its checks", report -> report.remove("checks")),
        refuses("another schema", report -> report.addProperty("schema", "dockdiag.report/2")),
        refuses("a host seen neither live nor recorded", report -> report.add("host", object())),
        refuses("a diagnosis with nothing in it", JsonReportTest::hollow),
        refuses("none ignored, said aloud", report -> report.addProperty("ignored", 0)));
  }

  @Test
  void theSchemaAllowsWhatALaterVersionAdds() throws Exception {
    JsonObject report = tree();
    report.addProperty("bundle", "case.dockdiag.zip");
    assertThat(violations(report.toString())).isEmpty();
  }

  @Test
  void whatIsMissingIsSaidOnceWithWhatHelps() throws Exception {
    Diagnosis blind = Cases.mysql(Cases.shop().without("netns/mysql/sockets.txt"));
    JsonObject report = JsonParser.parseString(written(blind)).getAsJsonObject();
    assertThat(report.get("verdict").getAsString()).isEqualTo("inconclusive");
    assertThat(report.get("missing"))
        .isEqualTo(
            JsonParser.parseString(
                """
                [{"probe": "/proc/216/net/{tcp,tcp6,udp,udp6}", "reason": "not recorded",
                  "remedy": "record the host again with this version: --save"}]
                """));
  }

  @Test
  void whatARemedyOpensAndClosesIsOfItsImpact() throws Exception {
    assertThat(tree().getAsJsonArray("diagnoses"))
        .flatExtracting(one -> one.getAsJsonObject().getAsJsonArray("fixes").asList())
        .extracting(fix -> fix.getAsJsonObject().get("impact").getAsString())
        .contains(
            "Every connection that it still serves is cut. It also lets through: web 80/tcp from"
                + " outside. It shuts out: a, b.");
  }

  @Test
  void aTerminalObeysNothingInItAndAReaderLosesNothing() throws Exception {
    String hostile = "a\u001b[2J\u009b\u202e\u2028\n\u007f\"\\";
    String json = written(Cases.hostile(hostile));
    assertThat(json.codePoints().filter(point -> point != '\n')).noneMatch(Untrusted::hidden);
    String fact =
        JsonParser.parseString(json)
            .getAsJsonObject()
            .getAsJsonArray("diagnoses")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("evidence")
            .get(0)
            .getAsJsonObject()
            .get("fact")
            .getAsString();
    assertThat(fact).isEqualTo("LISTEN " + hostile);
  }

  private static void hollow(JsonObject report) {
    report.getAsJsonArray("diagnoses").add(object());
  }

  private static JsonObject object() {
    return new JsonObject();
  }

  private static DynamicTest refuses(String what, Consumer<JsonObject> spoil) {
    return DynamicTest.dynamicTest(
        what,
        () -> {
          JsonObject report = tree();
          spoil.accept(report);
          assertThat(violations(report.toString())).isNotEmpty();
        });
  }

  private static JsonObject tree() throws Exception {
    return JsonParser.parseString(written(Cases.twoPorts())).getAsJsonObject();
  }

  private static Set<ValidationMessage> violations(String json) throws Exception {
    try (InputStream in = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
      JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  private static String written(Diagnosis diagnosis) throws Exception {
    return Cases.written(new JsonReport(), Cases.report(diagnosis, Detail.NORMAL));
  }
}

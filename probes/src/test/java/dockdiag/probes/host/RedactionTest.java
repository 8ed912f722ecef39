package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Secrets: none survives, and what judging needs does.
class RedactionTest {

  private static final String SECRET = "kX9-vQ2.zL7_wT4";
  private static final Request INSPECT = new Request.DockerGet("/containers/shop/json");
  private static final Request LOGS = new Request.DockerLogs("shop", 20);

  @Test
  void leavesTheRulesOfNftAsTheyAre() {
    String rules =
        "{\"nftables\":[{\"rule\":{\"expr\":[{\"match\":{\"op\":\"!=\","
            + "\"left\":{\"meta\":{\"key\":\"iifname\"}},\"right\":\"docker0\"}}]}}]}";
    Request nft = new Request.RunCommand(Namespace.HOST, List.of("nft", "-j", "list", "ruleset"));

    assertThat(new Redaction().mask(nft, Response.of(rules)).body()).isEqualTo(rules);
  }

  @Test
  void sweepsWhatIsWrittenOfKnownSecretsAlone() {
    Redaction redaction = new Redaction();
    redaction.mask(INSPECT, Response.of("{\"Config\":{\"Env\":[\"API_TOKEN=a+b&c<d>e==\"]}}"));

    assertThat(redaction.sweep("<title>ports auth:8080</title><p>a+b&amp;c&lt;d&gt;e== x</p>"))
        .isEqualTo("<title>ports auth:8080</title><p>*** x</p>");
    assertThat(redaction.leaks("<p>a+b&amp;c&lt;d&gt;e&#x3D;&#x3D;</p>")).isTrue();
  }

  @Test
  void masksInRulesOfIptablesWhatSomebodyWroteThere() {
    String rules =
        """
        -A FORWARD -p tcp -m comment --comment "api_token=¤, ask Jo" -j DROP
        -A OUTPUT -p tcp -m string --string "Authorization: Bearer ¤" --algo bm -j DROP
        -A OUTPUT -d 10.5.0.2/32 -p tcp -m tcp --dport 3306 -j ACCEPT
        """;
    Request save = new Request.RunCommand(Namespace.HOST, List.of("iptables-nft-save", "-c"));

    assertThat(new Redaction().mask(save, Response.of(rules.replace("¤", SECRET))).body())
        .isEqualTo(rules.replace("¤", "***"));
  }

  static Stream<String> secretsInJson() {
    return Stream.of(
        "{'Config':{'Env':['MYSQL_ROOT_PASSWORD=¤']}}",
        "{'Config':{'Env':['db_pass=¤']}}",
        "{'Config':{'Env':['SOMETHING_ELSE=¤']}}",
        "{'Config':{'Env':['HTTP_PROXY=http://me:¤@proxy.corp:3128']}}",
        "{'Config':{'Env':['DATABASE_URL=postgres://app:¤@db:5432/shop?sslmode=off']}}",
        "{'Config':{'Env':['DSN=root:¤@tcp(db:3306)/shop']}}",
        "{'Config':{'Env':['AWS_SECRET_ACCESS_KEY=¤']}}",
        "{'Config':{'Env':['GITHUB_TOKEN=¤']}}",
        "{'Config':{'Cmd':['mysqld','--password=¤']}}",
        "{'Config':{'Cmd':['app','--password','¤']}}",
        "{'Config':{'Cmd':['app','--api-token','¤','--port','80']}}",
        "{'Config':{'Cmd':['sh','-c','mysqladmin ping -uroot -p¤ --silent']}}",
        "{'Config':{'Healthcheck':{'Test':['CMD','mysqladmin','ping','-uroot','-p¤']}}}",
        "{'Config':{'Healthcheck':{'Test':['CMD','redis-cli','-a','¤','ping']}}}",
        "{'Config':{'Healthcheck':{'Test':['CMD-SHELL','curl -f -u admin:¤ http://localhost']}}}",
        "{'Config':{'Entrypoint':['redis-server','--requirepass','¤']}}",
        "{'Args':['-c','PGPASSWORD=¤ psql -h db']}",
        "{'Config':{'Labels':{'com.example.api-key':'¤'}}}",
        "{'Config':{'Labels':{'traefik.auth':'¤'}}}",
        "{'Config':{'Labels':{'note':'password: ¤'}}}",
        "{'AuthConfig':{'username':'me','auth':'¤'}}",
        "{'auths':{'registry.example':{'identitytoken':'¤'}}}",
        "{'JoinTokens':{'Worker':'¤','Manager':'x¤'}}",
        "{'State':{'Health':{'Log':[{'Output':'wrong password=¤ for root'}]}}}",
        "{'State':{'Error':'dial postgres://app:¤@db:5432: refused'}}",
        "{'LogConfig':{'Config':{'splunk-token':'¤'}}}",
        "[{'Command':'redis-server --requirepass ¤'}]");
  }

  static Stream<String> secretsInText() {
    return Stream.of(
        "connecting with password=¤",
        "connecting with password='¤', retrying",
        "{\"level\":\"info\"} token: \"¤\"",
        "Authorization: Bearer ¤",
        "Authorization: Basic ¤",
        "curl -H 'X-Api-Key: ¤' http://api",
        "GET / using bearer ¤ failed",
        "Cookie: session=¤",
        "https://me:¤@registry.example/v2/",
        "redis://:¤@cache:6379/0",
        "amqp://app:a%40¤@mq:5672",
        "app:¤@tcp(db:3306)/shop",
        "A temporary password is generated for root@localhost: ¤",
        "[Entrypoint]: GENERATED ROOT PASSWORD: ¤",
        "secret_key=¤;region=eu",
        "mysql -h db -uroot -p¤ shop",
        "mysqldump --password=¤ shop",
        "sshpass -p ¤ ssh host",
        "mongo --host db -u root -p ¤",
        "ldapsearch -D cn=admin -w ¤",
        "-----BEGIN RSA PRIVATE KEY-----\n¤\n-----END RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n¤");
  }

  static Stream<String> tokens() {
    return Stream.of(
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "glpat-vN3xYz81LmQp0aRtUw5k",
        "xoxb-123456789012-abcdefghij",
        "SWMTKN-1-3pu6hszjas19xyp7ghgosyx9k8atbfcr8p2is99znpy26u2lkl-1awxwuwd3z9j1z3puu7rcgdbx",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P");
  }

  @ParameterizedTest
  @MethodSource("secretsInJson")
  void noSecretOfTheEngineSurvives(String shape) {
    Redaction redaction = new Redaction();
    String answer = shape.replace('\'', '"').replace("¤", SECRET);
    assertThat(answer).contains(SECRET);
    String masked = redaction.mask(INSPECT, new Response(200, answer, 5)).body();
    assertThat(masked).doesNotContain(SECRET).contains("***");
    assertThat(JsonParser.parseString(masked)).isNotNull();
    assertThat(redaction.text(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("secretsInText")
  void noSecretOfALogSurvives(String shape) {
    Redaction redaction = new Redaction();
    String answer = shape.replace("¤", SECRET);
    String masked = redaction.mask(LOGS, new Response(200, answer, 5)).body();
    assertThat(masked).doesNotContain(SECRET).contains("***");
    assertThat(redaction.text(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void aTokenIsKnownByItsShape(String token) {
    Redaction redaction = new Redaction();
    assertThat(redaction.text("got " + token + " from env")).isEqualTo("got *** from env");
    assertThat(redaction.leaks("x " + token)).isTrue();
  }

  @Test
  void whatJudgingNeedsStays() {
    String answer =
        """
        {"Id":"4f1c","Name":"/shop","State":{"Status":"running","Pid":4242},
         "Config":{"Env":["PATH=/bin","MYSQL_VERSION=8.0","DB_HOST=mysql","DB_PORT=3306",
          "MYSQL_PASSWORD_FILE=/run/secrets/db","TZ=UTC","REDIS_BIND=127.0.0.1"],
          "Cmd":["mysqld","--bind-address=127.0.0.1","--default-authentication-plugin=x","-p","80"],
          "Image":"mysql:8@sha256:00ff","ExposedPorts":{"3306/tcp":{}}},
         "NetworkSettings":{"Ports":{"3306/tcp":[{"HostIp":"0.0.0.0","HostPort":"3306"}]},
          "Networks":{"front":{"IPAddress":"172.18.0.2","MacAddress":"02:42:ac:12:00:02"}}}}
        """;
    assertThat(new Redaction().mask(INSPECT, new Response(200, answer, 5)).body())
        .isEqualTo(answer);
  }

  static List<Path> realAnswers() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/dockdiag/probes/docker"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("realAnswers")
  void ofARealEnginesAnswerNothingButVariablesIsMasked(Path file) throws IOException {
    String answer = Files.readString(file);
    String masked = new Redaction().mask(INSPECT, new Response(200, answer, 5)).body();
    String variables = "\"[A-Za-z_]+=[^\"]*\"";
    assertThat(JsonParser.parseString(masked.replaceAll(variables, "0")))
        .isEqualTo(JsonParser.parseString(answer.replaceAll(variables, "0")));
  }

  @Test
  void ordinaryTextStays() {
    List<String> texts =
        List.of(
            "Access denied for user 'root'@'172.18.0.3' (using password: YES)\n",
            "-A DOCKER -d 172.18.0.2/32 ! -i br-1 -o br-1 -p tcp -m tcp --dport 3306 -j ACCEPT\n",
            "listening on tcp://0.0.0.0:2375 and http://[::]:80/x@1\n",
            "pulled docker.io/library/mysql:8@sha256:00ff from https://reg.example:5000/v2/\n",
            "[2026-11-21 10:00:00] ready for connections. port: 3306\n",
            "{\"bip\":\"172.17.0.1/16\", \"hosts\": [\"tcp://127.0.0.1:2375\"]}\n");
    Redaction redaction = new Redaction();
    texts.forEach(text -> assertThat(redaction.text(text)).isEqualTo(text));
  }

  @Test
  void aSecretOfTheEnvironmentIsMaskedInLaterAnswersToo() {
    Redaction redaction = new Redaction();
    redaction.text(
        "{\"Config\":{\"Env\":[\"DB_PASSWORD=swordfish\",\"CACHE_PASSWORD=cache\"]},"
            + "\"NetworkSettings\":{\"Networks\":{\"cache\":{}}}}");
    assertThat(
            redaction
                .mask(LOGS, new Response(200, "login swordfish at cache, swordfishes", 1))
                .body())
        .isEqualTo("login *** at cache, swordfishes");
    String processes =
        "4242\t1\tS\t0\t99\tapp\t5,6\tapp swordfish --auth\n4243\t2\tS\t0\t99\tsh\t\tsh\n";
    assertThat(
            redaction
                .mask(new Request.ListProcesses(Namespace.HOST), new Response(0, processes, 1))
                .body())
        .isEqualTo("4242\t1\tS\t0\t99\tapp\t5,6\tapp *** --auth\n4243\t2\tS\t0\t99\tsh\t\tsh\n");
  }

  @Test
  void aRecordingThatWasEarlierThanItsSecretIsSwept() throws Unobservable {
    Redaction redaction = new Redaction();
    Host host =
        request ->
            request instanceof Request.DockerLogs
                ? new Response(200, "hello swordfish", 1)
                : new Response(200, "{\"Env\":[\"DB_PASSWORD=swordfish\"]}", 1);
    RecordingHost recording = new RecordingHost(new RedactingHost(host, redaction));
    recording.ask(LOGS);
    recording.ask(INSPECT);
    EvidenceBundle bundle = recording.bundle(BundleHeader.none());
    assertThat(redaction.leak(bundle)).contains("docker/containers/shop/logs-20.txt");
    EvidenceBundle swept = redaction.sweep(bundle);
    assertThat(redaction.leak(swept)).isEmpty();
    assertThat(RecordedHost.of(swept).ask(LOGS).body()).isEqualTo("hello ***");
    assertThat(RecordedHost.of(swept).ask(INSPECT).body())
        .isEqualTo("{\"Env\":[\"DB_PASSWORD=***\"]}");
  }

  @Test
  void aSecretIsFoundAgainHoweverItIsWritten() {
    Redaction redaction = new Redaction();
    redaction.text("{\"Env\":[\"DB_PASSWORD=sword \\\"fish\\\"/1\"]}");
    assertThat(redaction.leaks("is sword \"fish\"/1.")).isTrue();
    assertThat(redaction.leaks("is \"sword \\\"fish\\\"/1\"")).isTrue();
    assertThat(redaction.leaks("is sword+%22fish%22%2F1")).isTrue();
    assertThat(redaction.leaks("is sword fish 1")).isFalse();
  }
}

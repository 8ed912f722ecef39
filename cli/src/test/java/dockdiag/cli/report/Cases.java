package dockdiag.cli.report;

import dockdiag.playbooks.Diagnosed;
import dockdiag.playbooks.Diagnosed.Role;
import dockdiag.playbooks.Diagnosis;
import dockdiag.playbooks.Examination;
import dockdiag.playbooks.Examined;
import dockdiag.playbooks.Explanation;
import dockdiag.playbooks.Finding;
import dockdiag.playbooks.Flow;
import dockdiag.playbooks.Outcome;
import dockdiag.playbooks.Reach;
import dockdiag.playbooks.Remedy;
import dockdiag.playbooks.Subject;
import dockdiag.playbooks.symptom.Playbooks;
import dockdiag.playbooks.symptom.PublishedPortUnreachable;
import dockdiag.probes.Facts;
import dockdiag.probes.Namespace;
import dockdiag.probes.Unobservable;
import dockdiag.probes.docker.ContainerProbe;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.probes.host.RecordedHost;
import dockdiag.probes.net.Port;
import dockdiag.probes.socket.SocketsProbe;
import dockdiag.testenv.Recordings;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Diagnoses of the recorded shop, whole and broken as a fault's page says.
final class Cases {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(file|merge|missing)(?: (\\S+))?\\n(.*?)^```$");

  private static final Set<String> CHECKS =
      Set.of("container-not-running", "listener-on-loopback", "no-listener");

  private Cases() {}

  /// The recorded shop; the first process of mysql has a number that no new recording changes.
  static EvidenceBundle shop() throws Exception {
    return EvidenceBundle.read(Recordings.named("shop"))
        .merge("docker/containers/mysql/json.json", "{\"State\": {\"Pid\": 216}}");
  }

  /// The shop with the blocks of that fault's page laid over it.
  static EvidenceBundle shopWith(String slug) throws Exception {
    String page = Explanation.of(Playbooks.fault(slug).orElseThrow(), "en").text();
    EvidenceBundle bundle = shop();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      bundle =
          switch (block.group(1)) {
            case "file" -> bundle.with(block.group(2), block.group(3));
            case "merge" -> bundle.merge(block.group(2), block.group(3));
            default -> bundle.without(block.group(2));
          };
    }
    return bundle;
  }

  /// What `ports mysql 3306/tcp` finds.
  static Diagnosis whole(EvidenceBundle bundle) throws Exception {
    Flow flow = Flow.to("mysql").at(Port.parse("3306/tcp").orElseThrow());
    return Examination.of(new PublishedPortUnreachable(), flow, new Facts(RecordedHost.of(bundle)));
  }

  /// The same with a few of its checks and clients:
  /// others will come.
  static Diagnosis mysql(EvidenceBundle bundle) throws Exception {
    Diagnosis whole = whole(bundle);
    List<Examined> checks =
        whole.checks().stream().filter(one -> CHECKS.contains(one.slug())).toList();
    List<Reach> reach =
        whole.reach().stream()
            .filter(row -> row.from().startsWith("host-") && row.family().equals("ipv4"))
            .sorted(Comparator.comparing(Reach::from))
            .toList();
    return new Diagnosis(whole.found(), checks, reach, whole.ignored());
  }

  /// A server with two ports: one was predicted to be dropped and is not, one has a full queue.
  static Diagnosis twoPorts() {
    Subject mysql = Subject.container("mysql");
    Subject first = mysql.with("port", "3306/tcp");
    Subject second = mysql.with("port", "33060/tcp");
    Finding full = finding(Finding.warning(second));
    Finding asked =
        Finding.warning(mysql)
            .word("asked", 3307)
            .word("listening", "3306, 33060")
            .because(new ContainerProbe("mysql"), "Healthcheck.Test CMD nc localhost 3307");
    Finding ill =
        Finding.warning(mysql)
            .word("streak", 4)
            .because(new ContainerProbe("mysql"), "Health.FailingStreak 4");
    return new Diagnosis(
        List.of(
            new Diagnosed("listener-backlog-full", full, Role.ALSO_FOUND, List.of()),
            new Diagnosed(
                "healthcheck-wrong-port", asked, Role.ALSO_FOUND, List.of("health-failing")),
            new Diagnosed("health-failing", ill, Role.CONSEQUENCE, List.of())),
        List.of(
            new Examined("healthcheck-wrong-port", mysql, new Outcome.Found(asked), 2100),
            new Examined("health-failing", mysql, new Outcome.Found(ill), 2100),
            new Examined("no-listener", first, new Outcome.Clear(), 1999),
            new Examined("no-listener", second, new Outcome.Skipped("passive"), 0),
            new Examined("listener-backlog-full", second, new Outcome.Found(full), 3000)),
        List.of(
            row(first, Optional.of(Reach.Fate.DROPPED), Optional.of(Reach.Fate.DELIVERED)),
            row(second, Optional.empty(), Optional.empty())),
        1);
  }

  private static Finding finding(Finding bare) {
    Remedy restart =
        Remedy.automatic("restart", "docker restart mysql")
            .undoneBy("docker start mysql")
            .forNow()
            .with(new Remedy.Effects(List.of("web 80/tcp from outside"), List.of("a", "b")))
            .proven();
    return bare.word("process", "mysqld")
        .word("waiting", 81)
        .word("most", 80)
        .because(new SocketsProbe(Namespace.SELF), "LISTEN 0.0.0.0:33060 rq=81 wq=80")
        .mend(restart);
  }

  private static Reach row(
      Subject subject, Optional<Reach.Fate> predicted, Optional<Reach.Fate> observed) {
    Optional<Reach.At> at =
        predicted.map(
            _ ->
                new Reach.At(
                    Reach.Why.RULE,
                    "iptables filter DOCKER-USER 1",
                    "-A DOCKER-USER -p tcp -j DROP"));
    String to = "198.51.100.1:" + subject.parts().getOrDefault("port", "").replace("/tcp", "");
    return new Reach(subject, "outside", "ipv4", "tcp", to, predicted, observed, at);
  }

  /// A server whose names and facts are not kindly meant.
  static Diagnosis hostile(String text) {
    Subject subject = Subject.container(text).with("port", "1/tcp");
    Finding finding =
        Finding.error(subject)
            .word("process", text)
            .word("listener", text)
            .because(new ContainerProbe(text), "LISTEN " + text)
            .mend(Remedy.automatic("bind", "docker restart " + text));
    Outcome unseen = new Outcome.Unknown(text, Unobservable.Reason.NOT_UNDERSTOOD, text);
    return new Diagnosis(
        List.of(new Diagnosed("listener-on-loopback", finding, Role.ROOT_CAUSE, List.of())),
        List.of(
            new Examined("listener-on-loopback", subject, new Outcome.Found(finding), 1000),
            new Examined("no-listener", subject, unseen, 1000)),
        List.of(row(subject, Optional.of(Reach.Fate.DROPPED), Optional.empty())),
        0);
  }

  /// Every check that there is, passed.
  static Stream<Examined> everyCheckPassed() {
    Subject subject = Subject.container("mysql").with("port", "3306/tcp");
    return Playbooks.all().stream()
        .flatMap(playbook -> playbook.checks().stream())
        .map(check -> new Examined(check.slug(), subject, new Outcome.Clear(), 1000));
  }

  static String written(ReportWriter writer, Report report) throws IOException {
    StringBuilder target = new StringBuilder();
    writer.write(report, target);
    return target.toString();
  }

  static Report report(Diagnosis diagnosis, Detail detail) {
    Map<String, String> host = new LinkedHashMap<>();
    host.put("name", "prod-7");
    host.put("os", "Debian GNU/Linux 12");
    host.put("kernel", "6.1.0");
    host.put("arch", "amd64");
    host.put("engine", "28.5.2");
    host.put("evidence", "recorded");
    return new Report(
        "dockdiag 1.0.0",
        Instant.parse("2026-11-21T10:00:00.123Z"),
        List.of("dockdiag", "ports", "mysql"),
        host,
        diagnosis,
        detail);
  }
}

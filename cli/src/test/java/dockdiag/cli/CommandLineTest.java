package dockdiag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdiag.cli.command.Work;
import dockdiag.cli.report.Untrusted;
import dockdiag.cli.session.Streams;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.BundleHeader;
import dockdiag.probes.host.EvidenceBundle;
import dockdiag.testenv.Recordings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What command lines say and end with, and what those of recordings may not do.
class CommandLineTest {

  private static final String HOSTILE = "a\u001b[31m\u202eb";

  @TempDir private Path folder = Path.of("");
  private Path shop = Path.of("");

  @BeforeEach
  void recordedShop() throws Exception {
    shop = recorded("ports", "mysql");
  }

  @Test
  void withoutWordsItSaysWhatThereIs() {
    Spoken spoken = Spoken.to();
    assertThat(spoken).isEqualTo(Spoken.to("--help"));
    assertThat(spoken.status()).isZero();
    assertThat(spoken.err()).isEmpty();
    assertThat(spoken.out()).contains("\n  ports ", "\n  demo ", "Exit status:");
    // one line for each command, and no more than what is needed to choose one
    assertThat(spoken.out().lines()).hasSizeLessThan(40).allMatch(line -> line.length() <= 100);
  }

  @Test
  void everyCommandHasExamples() {
    List<String> commands =
        Spoken.to("--help")
            .out()
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .filter(line -> line.matches("  [a-z].*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(commands).hasSizeGreaterThan(15);
    for (String command : commands) {
      assertThat(Spoken.to(command, "--help").out()).contains("Example", "  dockdiag " + command);
    }
  }

  @Test
  void aWordThatIsNoCommandNamesTheNearest() {
    assertThat(Spoken.to("prts", "mysql"))
        .isEqualTo(
            wrong("There is no command prts; nearest: ports, netstat (see dockdiag --help)"));
    assertThat(Spoken.to("wxyz"))
        .isEqualTo(wrong("There is no command wxyz (see dockdiag --help)"));
    assertThat(Spoken.to("list", "all"))
        .isEqualTo(wrong("all is one word too many (see dockdiag list --help)"));
    assertThat(Spoken.to("ports", "web", "--frm", "192.0.2.1"))
        .isEqualTo(wrong("Unknown option: --frm; nearest: --from (see dockdiag ports --help)"));
  }

  @Test
  void everyCommandKnowsWhatMayBeIgnored() {
    for (String command : List.of("ports", "netstat")) {
      assertThat(Spoken.to(command, "mysql", "--ignore", "no-lisener@mysql"))
          .isEqualTo(wrong("No diagnosis is called no-lisener; nearest: no-listener."));
    }
  }

  @Test
  void whatStandsInAnErrorCannotSteerATerminal() throws Exception {
    for (Spoken spoken :
        List.of(
            Spoken.to(HOSTILE),
            Spoken.to("explain", HOSTILE),
            Spoken.to("ports", "web", HOSTILE),
            Spoken.to("replay", shop.toString(), "ports", HOSTILE),
            Spoken.to("netstat", "web", "-H", "unix:///" + HOSTILE))) {
      assertThat(spoken.status()).isNotZero();
      assertThat(spoken.err()).contains("a\\x1b[31m\\u202eb").hasLineCount(1);
    }
  }

  @Test
  void wordsThatBeginWithAnAtSignAreNoFiles() throws Exception {
    Path words = Files.writeString(folder.resolve("words"), "mysql");
    assertThat(Spoken.to("replay", shop.toString(), "ports", "@" + words).err())
        .startsWith("dockdiag: No container is called @" + words);
  }

  @Test
  void aRecordingThatReplaysItselfEnds() throws Exception {
    Path endless = recorded("replay", folder.resolve("endless.dockdiag.zip").toString());
    Files.move(endless, folder.resolve("endless.dockdiag.zip"));
    Spoken spoken = Spoken.to("replay", folder.resolve("endless.dockdiag.zip").toString());
    assertThat(spoken.status()).isEqualTo(2);
    assertThat(spoken.err()).contains("is itself a replay").hasLineCount(1);
  }

  @Test
  void aRecordingDoesNotSayWhereToWrite() throws Exception {
    Path target = folder.resolve("report.txt");
    Path greedy = recorded("ports", "mysql", "--output", target.toString(), "--save", "case");
    Spoken replayed = Spoken.to("replay", greedy.toString());
    assertThat(replayed.status()).isZero();
    assertThat(replayed.out()).startsWith("HEALTHY");
    assertThat(replayed.err()).isEmpty();
    assertThat(target).doesNotExist();
  }

  @Test
  void aPersonDoes() throws Exception {
    Path target = folder.resolve("report.txt");
    Spoken typed =
        Spoken.to("replay", shop.toString(), "ports", "mysql", "--output", target.toString());
    assertThat(typed).isEqualTo(new Spoken(0, "", ""));
    assertThat(target)
        .content()
        .startsWith("HEALTHY")
        .endsWith("ports mysql --output " + target + "\n");
    assertThat(Spoken.to("replay", shop.toString(), "ports", "mysql", "--save", "case").err())
        .isEqualTo("dockdiag: Evidence is not saved anew: it comes from a recording.\n");
  }

  @Test
  void aReportThatCannotBeWrittenIsAnError() {
    Path nowhere = folder.resolve("nowhere").resolve("report.txt");
    assertThat(
            Spoken.to("replay", shop.toString(), "ports", "mysql", "--output", nowhere.toString()))
        .isEqualTo(
            new Spoken(
                4,
                "",
                "dockdiag: " + nowhere + " could not be written: there is no such folder\n"));
  }

  @Test
  void whatDecidesAndCouldNotBeSeenIsSaidOnStandardErrorToo() throws Exception {
    Path file = folder.resolve("blind.dockdiag.zip");
    EvidenceBundle.read(shop)
        .unanswered("netns/mysql/sockets.txt", Reason.NOT_PERMITTED, "sockets of mysql: refused")
        .write(file);
    Spoken spoken = Spoken.to("replay", file.toString(), "ports", "mysql", "--quiet");
    assertThat(spoken)
        .isEqualTo(
            new Spoken(
                3,
                "INCONCLUSIVE: no error was found, but something that decides could not be seen.\n",
                "dockdiag: sockets of mysql: refused. To settle it, run dockdiag with sudo.\n"));
  }

  @Test
  void whatIsHiddenDoesNotPassForHealthy() throws Exception {
    Path file = folder.resolve("hidden.dockdiag.zip");
    EvidenceBundle.read(shop).with("host/proc/sys/net/ipv4/ip_forward", "0\n").write(file);
    String[] words = {"replay", file.toString(), "ports", "mysql", "--quiet", "--ignore", ""};
    words[words.length - 1] = "ip-forward-disabled@mysql";
    assertThat(Spoken.to(words))
        .isEqualTo(
            new Spoken(
                0,
                "HEALTHY: beside what is hidden on request, no fault was found, and every check saw"
                    + " what it needs.\n",
                ""));
    words[words.length - 1] = "ip-forward-disabled@redis";
    assertThat(Spoken.to(words).status()).isEqualTo(1);
  }

  @Test
  void whatFailsInsideSaysWhereOnRequestAlone() {
    assertThat(broken("list").err())
        .isEqualTo(
            "dockdiag: an error of its own: java.lang.IllegalStateException: \\x1bbroken."
                + " With --verbose it says where.\n");
    Spoken verbose = broken("ports", "web", "-v", "-H", "unix:///nonexistent");
    assertThat(verbose.status()).isEqualTo(4);
    assertThat(verbose.err().lines().skip(2)).anyMatch(line -> line.startsWith("  at dockdiag"));
    assertThat(verbose.err().codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> Untrusted.shown(Character.toString(point)).length() > 2);
  }

  private static Spoken wrong(String line) {
    return new Spoken(2, "", "dockdiag: " + line + "\n");
  }

  /// Where standard output does not work at all.
  private static Spoken broken(String... words) {
    StringWriter err = new StringWriter();
    PrintWriter out =
        new PrintWriter(Writer.nullWriter()) {
          @Override
          public void print(String text) {
            throw new IllegalStateException("\u001bbroken");
          }
        };
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(err, true),
            Streams.Terminal.NO,
            Map.of());
    int status = Dockdiag.execute(new Work(streams, List.of(words), Optional.empty()));
    return new Spoken(status, "", err.toString());
  }

  private Path recorded(String... words) throws Exception {
    BundleHeader header =
        new BundleHeader(
            "dockdiag 1.0.0",
            List.of(words),
            Instant.parse("2026-11-21T10:00:00Z"),
            new TreeMap<>(),
            BundleHeader.Secrets.MASKED);
    Path file = Files.createTempFile(folder, "shop", EvidenceBundle.SUFFIX);
    EvidenceBundle.read(Recordings.named("shop")).with(header).write(file);
    return file;
  }
}

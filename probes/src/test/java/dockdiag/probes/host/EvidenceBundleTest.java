package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdiag.probes.Host;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.BundleHeader.Secrets;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bundles: what is recorded is replayed, and what is no bundle is refused in one line.
class EvidenceBundleTest {

  private static final Namespace MYSQL = new Namespace.OfContainer("mysql", 4242);
  private static final Port PORT = new Port(3306, Protocol.TCP);
  private static final Port DNS = new Port(53, Protocol.UDP);
  private static final BundleHeader HEADER =
      new BundleHeader(
          "dockdiag 1.0.0",
          List.of("dockdiag", "ports", "mysql"),
          Instant.parse("2026-11-21T10:00:00Z"),
          new TreeMap<>(Map.of("name", "prod-7", "kernel", "6.1.0")),
          Secrets.MASKED);

  private static final Map<Request, String> NAMES =
      Map.ofEntries(
          Map.entry(
              new Request.ReadFile(Namespace.HOST, "/proc/sys/net/ipv4/ip_forward"),
              "host/proc/sys/net/ipv4/ip_forward"),
          Map.entry(new Request.ReadFile(Namespace.HOST, "/run/x.txt"), "host/file/run/x.txt"),
          Map.entry(new Request.ReadFile(MYSQL, "/proc/net/tcp"), "netns/mysql/proc/net/tcp"),
          Map.entry(
              new Request.ReadLinks(Namespace.HOST, "/proc/4242/fd"),
              "host/links/proc/4242/fd.txt"),
          Map.entry(
              new Request.RunCommand(Namespace.HOST, List.of("iptables-save", "-c")),
              "host/run/iptables-save_-c.txt"),
          Map.entry(
              new Request.RunCommand(Namespace.HOST, List.of("cat", "/etc/a_b")),
              "host/run/cat_%2Fetc%2Fa%5Fb.txt"),
          Map.entry(
              new Request.DockerGet("/containers/mysql/json"), "docker/containers/mysql/json.json"),
          Map.entry(
              new Request.DockerGet("/containers/json?all=1"),
              "docker/containers/json%3Fall=1.json"),
          Map.entry(
              new Request.DockerGet("/containers/../json"), "docker/containers/%2E%2E/json.json"),
          Map.entry(new Request.DockerLogs("mysql", 20), "docker/containers/mysql/logs-20.txt"),
          Map.entry(new Request.DumpSockets(MYSQL), "netns/mysql/sockets.txt"),
          Map.entry(new Request.ListProcesses(MYSQL), "netns/mysql/processes.txt"),
          Map.entry(new Request.EnginePeer(), "host/engine-peer.txt"),
          Map.entry(
              new Request.Connect(Namespace.HOST, Address.of("198.51.100.1"), PORT, ""),
              "net/host/tcp/198.51.100.1/3306.txt"),
          Map.entry(
              new Request.Connect(MYSQL, Address.of("::1"), PORT, "hello"),
              "net/netns/mysql/tcp/::1/3306-2cf24dba.txt"),
          Map.entry(
              new Request.Query(MYSQL, Address.of("127.0.0.11"), DNS, "a/b.test.", "AAAA", 3),
              "net/netns/mysql/dns/udp/127.0.0.11/53/a%2Fb.test.-AAAA-3.txt"));

  private final Path directory;

  EvidenceBundleTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void everyRequestHasANameThatPeopleUnderstand() {
    NAMES.forEach((request, name) -> assertThat(EntryName.of(request)).isEqualTo(name));
    assertThat(NAMES.values()).allMatch(EntryName::isInside).doesNotHaveDuplicates();
  }

  @Test
  void whatWasRecordedIsReplayed() throws Exception {
    EvidenceBundle bundle = record();
    bundle.write(directory.resolve("case.dockdiag.zip"));
    bundle.writeFolder(directory.resolve("case"));
    for (String stored : List.of("case.dockdiag.zip", "case")) {
      EvidenceBundle read = EvidenceBundle.read(directory.resolve(stored));
      assertThat(read.header()).isEqualTo(HEADER);
      assertThat(read.entries()).isEqualTo(bundle.entries());
      assertReplays(RecordedHost.of(read));
    }
  }

  private static void assertReplays(Host replay) throws Unobservable {
    for (Request request : NAMES.keySet()) {
      if (request instanceof Request.EnginePeer) {
        Unobservable failure = catchThrowableOfType(Unobservable.class, () -> replay.ask(request));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
        assertThat(failure.detail()).isEqualTo("needs root");
      } else {
        assertThat(replay.ask(request)).isEqualTo(answer(request));
      }
    }
    assertThatThrownBy(() -> replay.ask(new Request.DockerGet("/info")))
        .hasMessage("not in the evidence bundle: docker/info.json")
        .extracting(failure -> ((Unobservable) failure).reason())
        .isEqualTo(Reason.NOT_RECORDED);
  }

  @Test
  void theSameBundleGivesTheSameBytes() throws Exception {
    Path first = directory.resolve("a.dockdiag.zip");
    Path second = directory.resolve("b.dockdiag.zip");
    record().write(first);
    EvidenceBundle.read(first).write(second);
    assertThat(Files.mismatch(first, second)).isEqualTo(-1);
  }

  @Test
  void aRequestThatComesAgainGetsItsFirstAnswer() throws Unobservable {
    int[] count = {0};
    RecordingHost host = new RecordingHost(request -> new Response(++count[0], "", 0));
    assertThat(host.ask(new Request.DockerGet("/info")).status()).isEqualTo(1);
    assertThat(host.ask(new Request.DockerGet("/info")).status()).isEqualTo(1);
  }

  @Test
  void aFolderIsEditedByHand() throws Exception {
    Path inspect = directory.resolve("docker/containers/web/json.json");
    Files.createDirectories(inspect.resolveSibling(""));
    Files.writeString(inspect, "{\"State\":{\"Pid\":1}}");
    EvidenceBundle bundle = EvidenceBundle.read(directory);
    RecordedHost host = RecordedHost.of(bundle);
    assertThat(host.ask(new Request.DockerGet("/containers/web/json")))
        .isEqualTo(new Response(200, "{\"State\":{\"Pid\":1}}", 0));
  }

  @Test
  void answersAreLaidOver() {
    EvidenceBundle bundle =
        EvidenceBundle.empty()
            .with(
                "docker/version.json",
                "{\"Version\":\"20.10.24\",\"Os\":\"linux\",\"A\":{\"b\":1}}")
            .with("host/proc/sys/net/ipv4/ip_forward", "1\n")
            .merge("docker/version.json", "{\"Os\":null,\"A\":{\"c\":2}}")
            .with("host/proc/sys/net/ipv4/ip_forward", "0\n");
    assertThat(bundle.entries().values())
        .containsExactly(
            new Entry.Answered(
                "docker/version.json",
                Map.of(),
                new Response(200, "{\"Version\":\"20.10.24\",\"A\":{\"b\":1,\"c\":2}}", 0)),
            new Entry.Answered(
                "host/proc/sys/net/ipv4/ip_forward", Map.of(), new Response(0, "0\n", 0)));
    assertThat(bundle.without("docker/version.json").entries())
        .containsOnlyKeys("host/proc/sys/net/ipv4/ip_forward");
  }

  @Test
  void anUnredactedBundleSaysSoInItsName() {
    EvidenceBundle masked = EvidenceBundle.empty();
    BundleHeader none = BundleHeader.none();
    EvidenceBundle raw =
        masked.with(new BundleHeader("x", List.of(), none.time(), none.host(), Secrets.RAW));
    assertThat(masked.fileFor(Path.of("/tmp/case"))).hasToString("/tmp/case.dockdiag.zip");
    assertThat(raw.fileFor(Path.of("case.dockdiag.zip"))).hasToString("case-RAW.dockdiag.zip");
    assertThat(raw.fileFor(Path.of("case-RAW.dockdiag.zip"))).hasToString("case-RAW.dockdiag.zip");
  }

  static Stream<Map.Entry<String, byte[]>> hostileZips() throws IOException {
    String manifest = BundleManifest.write(EvidenceBundle.empty());
    String listed = BundleManifest.write(EvidenceBundle.empty().with("host/x", "1\n"));
    byte[] good = zip("manifest.json", listed, "host/x", "1\n");
    return Stream.of(
        Map.entry("no evidence bundle, or a truncated one", "PK?".getBytes(StandardCharsets.UTF_8)),
        Map.entry("no evidence bundle, or a truncated one", new byte[0]),
        Map.entry("no evidence bundle, or a truncated one", Arrays.copyOf(good, good.length / 2)),
        Map.entry("it has no manifest.json", zip("host/x", "1\n")),
        Map.entry("leads out of the bundle: ../x", zip("manifest.json", manifest, "../x", "1")),
        Map.entry("leads out of the bundle: /etc/x", zip("manifest.json", manifest, "/etc/x", "1")),
        Map.entry("leads out of the bundle: a/../../x", zip("a/../../x", "1")),
        Map.entry("entry is missing: host/x", zip("manifest.json", listed)),
        Map.entry(
            "entry was changed (sha256 differs): host/x",
            zip("manifest.json", listed, "host/x", "0\n")),
        Map.entry(
            "made by a newer dockdiag",
            zip("manifest.json", manifest.replace("bundle/1", "bundle/2"))),
        Map.entry("manifest.json is not understood", zip("manifest.json", "[".repeat(100_000))),
        Map.entry("manifest.json is not understood", zip("manifest.json", "null")),
        Map.entry(
            "manifest.json is not understood",
            zip("manifest.json", "{\"schema\":\"dockdiag.bundle/1\"}")),
        Map.entry("larger than any bundle", zip("manifest.json", manifest, "host/x", zeros())));
  }

  @ParameterizedTest
  @MethodSource("hostileZips")
  void whatIsNoBundleIsRefusedInOneLine(Map.Entry<String, byte[]> hostile) throws IOException {
    Path file = directory.resolve("x.dockdiag.zip");
    Files.write(file, hostile.getValue());
    assertThatThrownBy(() -> EvidenceBundle.read(file))
        .isInstanceOf(BundleUnreadable.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(hostile.getKey())
        .hasMessageMatching("[^\\p{Cntrl}]+");
  }

  private static EvidenceBundle record() {
    RecordingHost recording =
        new RecordingHost(
            request -> {
              if (request instanceof Request.EnginePeer) {
                throw new Unobservable(Reason.NOT_PERMITTED, "needs root");
              }
              return answer(request);
            });
    for (Request request : NAMES.keySet()) {
      try {
        recording.ask(request);
      } catch (Unobservable expected) {
        assertThat(request).isInstanceOf(Request.EnginePeer.class);
      }
    }
    return recording.bundle(HEADER);
  }

  private static Response answer(Request request) {
    return new Response(request.hashCode() & 255, "ä\u0000\r\n" + request, 1234);
  }

  private static String zeros() {
    return "\0".repeat((128 << 20) + 1);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}

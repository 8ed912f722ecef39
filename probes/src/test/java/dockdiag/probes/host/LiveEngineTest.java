package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Response;
import dockdiag.probes.Tree;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.LiveOptions.Manner;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine's side, over a unix socket of this process.
class LiveEngineTest {

  private static final String ID = "0123456789abcdef".repeat(4);

  private final Path directory;

  LiveEngineTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void anAnswerKeepsStatusAndBody() throws Exception {
    try (FakeEngine engine = engine(Map.of("/version", FakeEngine.json("{\"ä\":1}")))) {
      LiveHost host = host(engine, Manner.ACTIVE);
      Response known = host.ask(new Request.DockerGet("/version"));
      assertThat(known.status()).isEqualTo(200);
      assertThat(known.body()).isEqualTo("{\"ä\":1}");
      Response unknown = host.ask(new Request.DockerGet("/containers/nobody/json"));
      assertThat(unknown.status()).isEqualTo(404);
      assertThat(unknown.body()).isEqualTo("{\"message\":\"No such container: nobody\"}");
    }
  }

  @Test
  void aChunkedAnswerIsJoined() throws Exception {
    byte[] chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n[1,\r\n2\r\n2]\r\n0\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);
    try (FakeEngine engine = engine(Map.of("/containers/json", chunked))) {
      assertThat(host(engine, Manner.ACTIVE).ask(new Request.DockerGet("/containers/json")).body())
          .isEqualTo("[1,2]");
    }
  }

  @Test
  void anEngineThatHangsIsLeftAtTheDeadline() throws Exception {
    try (FakeEngine engine = engine(Map.of())) {
      LiveHost host = host(engine, Manner.ACTIVE);
      Unobservable late =
          catchThrowableOfType(Unobservable.class, () -> host.ask(new Request.DockerGet("/hang")));
      assertThat(late.reason()).isEqualTo(Reason.TIMED_OUT);
      assertThat(late.detail()).contains(engine.endpoint());
    }
  }

  @Test
  void whatIsNoHttpIsUnreachable() throws Exception {
    byte[] nonsense = "SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.UTF_8);
    try (FakeEngine engine = engine(Map.of("/info", nonsense))) {
      LiveHost host = host(engine, Manner.ACTIVE);
      Unobservable strange =
          catchThrowableOfType(Unobservable.class, () -> host.ask(new Request.DockerGet("/info")));
      assertThat(strange.reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void logsOfBothStreamsAreJoined() throws Exception {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(
        "HTTP/1.0 200 OK\r\nContent-Type: application/vnd.docker.multiplexed-stream\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    stream.writeBytes(frame(1, "started\n"));
    stream.writeBytes(frame(2, "cannot bind\n"));
    String path = "/containers/mysql/logs?stdout=1&stderr=1&tail=20";
    try (FakeEngine engine = engine(Map.of(path, stream.toByteArray()))) {
      assertThat(host(engine, Manner.ACTIVE).ask(new Request.DockerLogs("mysql", 20)).body())
          .isEqualTo("started\ncannot bind\n");
    }
  }

  @Test
  void thePeerOfTheSocketIsThisProcess() throws Exception {
    try (FakeEngine engine = engine(Map.of())) {
      assertThat(host(engine, Manner.ACTIVE).ask(new Request.EnginePeer()).body())
          .matches(
              "endpoint: unix://.*\npid: %d\nuid: [0-9]+\nsees net: same\nsees mnt: same\nsees pid: same\n"
                  .formatted(ProcessHandle.current().pid()));
    }
  }

  @Test
  void aContainerWithoutAnyToolIsLookedInto() throws Exception {
    assumeTrue(LiveHostTest.isRoot());
    Process container = new ProcessBuilder("unshare", "--net", "sleep", "30").start();
    try (FakeEngine engine = engine(inspect(container.pid()))) {
      awaitOwnNetwork(container.pid());
      Namespace box = new Namespace.OfContainer("box", (int) container.pid());
      LiveHost host = host(engine, Manner.ACTIVE);
      assertThat(host.ask(new Request.DumpSockets(box)).body()).isEmpty();
      assertThat(host.ask(new Request.ReadFile(box, "/proc/net/dev")).body()).contains("lo:");
      assertThat(host.ask(new Request.ReadFile(box, "/proc/sys/net/ipv4/ip_forward")).body())
          .matches("[01]\n");
      assertThat(host.ask(new Request.RunCommand(box, List.of("ip", "-o", "link"))).body().lines())
          .allMatch(line -> !line.contains("eth"));
      assertThat(host.ask(new Request.ListProcesses(box)).body())
          .startsWith(container.pid() + "\t")
          .contains("\tsleep\t\tsleep 30\n");
      assertThat(connect(host, box)).isEqualTo("outcome: unreachable\n");
      assertPassiveReads(host(engine, Manner.PASSIVE), box);
    } finally {
      container.destroyForcibly();
    }
  }

  private static void assertPassiveReads(LiveHost host, Namespace box) throws Unobservable {
    assertThat(host.ask(new Request.DumpSockets(box)).body()).isEmpty();
    assertThat(host.ask(new Request.ReadFile(box, "/proc/net/dev")).body()).contains("lo:");
    Unobservable closed =
        catchThrowableOfType(
            Unobservable.class,
            () -> host.ask(new Request.ReadFile(box, "/proc/sys/net/ipv4/ip_forward")));
    assertThat(closed.reason()).isEqualTo(Reason.PASSIVE);
  }

  @Test
  void aProcessThatIsNotTheContainersIsNotLookedInto() throws Exception {
    try (FakeEngine engine = engine(inspect(1))) {
      Namespace box = new Namespace.OfContainer("box", (int) ProcessHandle.current().pid());
      LiveHost host = host(engine, Manner.ACTIVE);
      Unobservable ended =
          catchThrowableOfType(Unobservable.class, () -> host.ask(new Request.DumpSockets(box)));
      assertThat(ended.reason()).isEqualTo(Reason.NOT_PRESENT);
    }
  }

  @Test
  void aContainersFilesAreReadAsItsProcessesSeeThem() throws Exception {
    assumeTrue(LiveHostTest.isRoot());
    long own = ProcessHandle.current().pid();
    try (FakeEngine engine = engine(inspect(own))) {
      Namespace box = new Namespace.OfContainer("box", (int) own);
      assertThat(patient(engine).ask(new Request.ReadFile(box, "/etc/hosts")).body())
          .isEqualTo(Files.readString(Path.of("/etc/hosts")));
    }
  }

  @Test
  void anImageOfWhichTheEngineWouldWriteALargeCopyIsNotExported() throws Exception {
    String json = "{\"GraphDriver\": {\"Name\": \"overlay2\"}, \"Size\": 1073741825}";
    try (FakeEngine engine = engine(Map.of("/images/box/json", FakeEngine.json(json)))) {
      LiveHost host = host(engine, Manner.ACTIVE);
      Unobservable large =
          catchThrowableOfType(
              Unobservable.class,
              () -> host.ask(new Request.Peek(new Tree.OfImage("box"), "/bin/sh")));
      assertThat(large.reason()).isEqualTo(Reason.NOT_PERMITTED);
      assertThat(large.detail()).contains("run as root");
    }
  }

  /// Native code is loaded when it is first needed, which takes its time on a busy machine.
  private static LiveHost patient(FakeEngine engine) {
    return new LiveHost(
        new LiveOptions(
            Optional.of(engine.endpoint()), Map.of(), Duration.ofSeconds(20), Manner.PASSIVE));
  }

  private FakeEngine engine(Map<String, byte[]> answers) throws IOException {
    return FakeEngine.start(directory.resolve("docker.sock"), answers);
  }

  private static LiveHost host(FakeEngine engine, Manner manner) {
    return new LiveHost(
        new LiveOptions(Optional.of(engine.endpoint()), Map.of(), Duration.ofMillis(1500), manner));
  }

  private static Map<String, byte[]> inspect(long pid) {
    String json = "{\"Id\":\"%s\",\"State\":{\"Pid\":%d}}".formatted(ID, pid);
    return Map.of("/containers/box/json", FakeEngine.json(json));
  }

  private static String connect(LiveHost host, Namespace box) throws Unobservable {
    Address outside = Address.of("198.51.100.1");
    return host.ask(new Request.Connect(box, outside, new Port(80, Protocol.TCP), "")).body();
  }

  private static void awaitOwnNetwork(long pid) throws Exception {
    while (!Files.readString(Path.of("/proc/" + pid + "/comm")).equals("sleep\n")) {
      Thread.sleep(5);
    }
  }

  private static byte[] frame(int stream, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + payload.length)
        .put((byte) stream)
        .put(new byte[3])
        .putInt(payload.length)
        .put(payload)
        .array();
  }
}

package dockdiag.probes.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.Unobservable.Reason;
import dockdiag.probes.host.LiveOptions.Manner;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The kernel's side, asked about this process.
class LiveHostTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LiveHost host = host(Manner.ACTIVE);

  private static LiveHost host(Manner manner) {
    return new LiveHost(
        new LiveOptions(Optional.of("unix:///nowhere/docker.sock"), Map.of(), SECOND, manner));
  }

  @Test
  void aSettingOfTheKernelIsReadWhole() throws Unobservable {
    String range = "/proc/sys/net/ipv4/ip_local_port_range";
    assertThat(host.ask(new Request.ReadFile(Namespace.SELF, range)).body())
        .matches("[0-9]+\t[0-9]+\n");
  }

  @Test
  void aFileThatIsNotThereIsNotPresent() {
    Unobservable absent = failure(new Request.ReadFile(Namespace.SELF, "/proc/net/no-such-table"));
    assertThat(absent.reason()).isEqualTo(Reason.NOT_PRESENT);
    assertThat(absent.detail()).isEqualTo("/proc/net/no-such-table: not there");
  }

  @Test
  void aPathThatClimbsIsRefused() {
    assertThat(failure(new Request.ReadFile(Namespace.SELF, "/proc/../etc/shadow")).reason())
        .isEqualTo(Reason.NOT_PERMITTED);
  }

  @Test
  void aListenerIsDumpedWithItsBacklogAndFamily() throws Unobservable, IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 7);
      String end = "127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort();
      assertThat(host.ask(new Request.DumpSockets(Namespace.SELF)).body().lines())
          .filteredOn(line -> line.contains(" " + end + " "))
          .singleElement()
          .asString()
          .matches("tcp LISTEN rq=0 wq=7 " + end + " 0.0.0.0:0 uid=[0-9]+ ino=[0-9]+");
    }
  }

  @Test
  void aListenerOfBothFamiliesSaysSo() throws Unobservable, IOException {
    assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")));
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("::"), 0), 9);
      int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
      assertThat(host.ask(new Request.DumpSockets(Namespace.SELF)).body().lines())
          .filteredOn(line -> line.contains(" [::]:" + port + " "))
          .singleElement()
          .asString()
          .matches("tcp LISTEN rq=0 wq=9 .* uid=[0-9]+ ino=[0-9]+ v6only=[01]");
    }
  }

  @Test
  void aConnectionIsMadeAndTheFirstBytesAreShown() throws Unobservable, IOException {
    try (ServerSocket listener = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofPlatform().daemon().start(() -> greetOnce(listener));
      assertThat(connect("127.0.0.1", listener.getLocalPort()))
          .isEqualTo("outcome: connected\nthen: closed\nreceived: hi\\x0a\\x5c\n");
    }
  }

  @Test
  void aSilentPeerStaysOpen() throws Unobservable, IOException {
    try (ServerSocket listener = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(connect("127.0.0.1", listener.getLocalPort()))
          .isEqualTo("outcome: connected\nthen: open\n");
    }
  }

  @Test
  void aClosedPortRefuses() throws Unobservable, IOException {
    int port;
    try (ServerSocket listener = new ServerSocket(0, 7, InetAddress.ofLiteral("127.0.0.1"))) {
      port = listener.getLocalPort();
    }
    assertThat(connect("127.0.0.1", port)).isEqualTo("outcome: refused\n");
  }

  @Test
  void aDatagramToNobodyIsRefused() throws Unobservable, IOException {
    int port;
    try (DatagramSocket socket = new DatagramSocket(0)) {
      port = socket.getLocalPort();
    }
    assertThat(
            host.ask(
                    new Request.Connect(
                        Namespace.SELF, Address.LOOPBACK4, new Port(port, Protocol.UDP), "x"))
                .body())
        .isEqualTo("outcome: refused\n");
  }

  @Test
  void passivelyNothingIsSent() {
    Port port = new Port(1, Protocol.TCP);
    Request request = new Request.Connect(Namespace.SELF, Address.LOOPBACK4, port, "");
    Unobservable refused =
        catchThrowableOfType(Unobservable.class, () -> host(Manner.PASSIVE).ask(request));
    assertThat(refused.reason()).isEqualTo(Reason.PASSIVE);
    assertThat(refused.detail()).isEqualTo("127.0.0.1:1/tcp: not sent (--passive)");
  }

  @Test
  void ourOwnProcessIsListedWithItsSockets() throws Unobservable, IOException {
    assumeTrue(isRoot());
    try (ServerSocket listener = new ServerSocket(0)) {
      String inode =
          host.ask(new Request.DumpSockets(Namespace.SELF))
              .body()
              .lines()
              .filter(line -> line.contains(":" + listener.getLocalPort() + " "))
              .map(line -> line.replaceAll(".* ino=([0-9]+).*", "$1"))
              .findFirst()
              .orElseThrow();
      long pid = ProcessHandle.current().pid();
      String[] fields =
          host.ask(new Request.ListProcesses(Namespace.SELF))
              .body()
              .lines()
              .filter(line -> line.startsWith(pid + "\t"))
              .findFirst()
              .orElseThrow()
              .split("\t");
      assertThat(fields).hasSize(8);
      assertThat(fields[5]).isEqualTo("java");
      assertThat(fields[6].split(",")).contains(inode);
    }
  }

  @Test
  void aCommandAnswersWithStatusOutputAndErrors() throws Unobservable {
    var answer = host.ask(run("ls", "/proc/self/comm", "/nowhere"));
    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.body())
        .isEqualTo(
            """
            /proc/self/comm
            --
            /usr/bin/ls: cannot access '/nowhere': No such file or directory
            """);
  }

  @Test
  void aCommandThatHangsIsKilledAtTheDeadline() {
    assertThat(failure(run("sleep", "31.4159")).reason()).isEqualTo(Reason.TIMED_OUT);
    Instant patience = Instant.now().plusSeconds(2);
    while (sleeps() && Instant.now().isBefore(patience)) {
      Thread.onSpinWait();
    }
    assertThat(sleeps()).isFalse();
  }

  @Test
  void aMissingCommandIsAMissingTool() {
    assertThat(failure(run("no-such-tool")).reason()).isEqualTo(Reason.TOOL_MISSING);
  }

  @Test
  void aMissingSocketIsNamed() {
    for (Request request :
        List.of(
            new Request.DockerGet("/info"),
            new Request.EnginePeer(),
            new Request.DumpSockets(Namespace.HOST))) {
      Unobservable absent = failure(request);
      assertThat(absent.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(absent.detail())
          .isEqualTo("unix:///nowhere/docker.sock: no such socket; is the engine running?");
    }
  }

  private static boolean sleeps() {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(child -> child.info().commandLine().orElse("").contains("31.4159"));
  }

  static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }

  private static Request run(String... argv) {
    return new Request.RunCommand(Namespace.SELF, List.of(argv));
  }

  private String connect(String address, int port) throws Unobservable {
    return host.ask(
            new Request.Connect(
                Namespace.SELF, Address.of(address), new Port(port, Protocol.TCP), ""))
        .body();
  }

  private Unobservable failure(Request request) {
    return catchThrowableOfType(Unobservable.class, () -> host.ask(request));
  }

  private static void greetOnce(ServerSocket listener) {
    try (Socket peer = listener.accept()) {
      peer.getOutputStream().write("hi\n\\".getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}

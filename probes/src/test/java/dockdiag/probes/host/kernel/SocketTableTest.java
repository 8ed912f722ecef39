package dockdiag.probes.host.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dockdiag.probes.Unobservable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteOrder;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;

/// Sockets by both sources.
class SocketTableTest {

  // captured: a mysqld on loopback, sshd, an accepted connection, of a 6.1 kernel on x86_64
  private static final String TCP =
      """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:0CEA 00000000:0000 0A 00000000:00000003 00:00000000 00000000   101        0 55512 1 0000000000000000 100 0 0 10 0
         1: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 18231 1 0000000000000000 100 0 0 10 0
         2: 0200A8C0:0016 0100A8C0:D431 01 00000024:00000000 01:00000016 00000000     0        0 19872 4 0000000000000000 23 4 30 10 -1
      """;

  private static final String TCP6 =
      """
        sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20011 1 0000000000000000 100 0 0 10 0
         1: 0000000000000000FFFF00000100007F:1F90 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 20012 1 0000000000000000 100 0 0 10 0
      """;

  @Test
  void theTablesOfProcBecomeLines() throws Unobservable {
    assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    assertThat(KernelSocket.text(ProcNet.parse("tcp", TCP)))
        .isEqualTo(
            """
            tcp LISTEN rq=0 0.0.0.0:22 0.0.0.0:0 uid=0 ino=18231
            tcp LISTEN rq=3 127.0.0.1:3306 0.0.0.0:0 uid=101 ino=55512
            tcp ESTABLISHED rq=0 wq=36 192.168.0.2:22 192.168.0.1:54321 uid=0 ino=19872
            """);
    assertThat(KernelSocket.text(ProcNet.parse("tcp", TCP6)))
        .isEqualTo(
            """
            tcp LISTEN rq=0 [::1]:631 [::]:0 uid=0 ino=20011
            tcp LISTEN rq=0 [::ffff:127.0.0.1]:8080 [::]:0 uid=0 ino=20012
            """);
  }

  @Test
  void aStrangeLineIsNotUnderstood() {
    assertThatThrownBy(() -> ProcNet.parse("tcp", "header\n  0: gibberish\n"))
        .isInstanceOf(Unobservable.class)
        .hasMessage("/proc/net/tcp:   0: gibberish");
  }

  @Test
  void bothSourcesAgreeOnOurOwnSockets() throws Unobservable, IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.INET);
        DatagramChannel datagrams = DatagramChannel.open(StandardProtocolFamily.INET)) {
      listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 7);
      datagrams.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      String tcp = "127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort();
      String udp = "127.0.0.1:" + ((InetSocketAddress) datagrams.getLocalAddress()).getPort();
      String byProc = KernelSocket.text(ProcNet.dump("/proc/self"));
      assertThat(byProc).contains("tcp LISTEN rq=0 " + tcp + " 0.0.0.0:0");
      assertThat(byProc).contains("udp CLOSE rq=0 wq=0 " + udp + " 0.0.0.0:0");
      String byNetlink = SocketTable.of(Place.SELF);
      assertThat(byNetlink.replaceAll("rq=0 wq=7 " + tcp, "rq=0 " + tcp).lines())
          .containsAll(byProc.lines().filter(line -> line.contains(" " + tcp + " ")).toList())
          .containsAll(byProc.lines().filter(line -> line.contains(" " + udp + " ")).toList());
    }
  }
}

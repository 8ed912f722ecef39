package dockdiag.probes.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.socket.Socket.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketsProbeTest {

  @Test
  void readsAllThatTheKernelTells() throws Unobservable {
    assertThat(
            sockets(
                """
                tcp LISTEN rq=0 wq=80 127.0.0.1:3306 0.0.0.0:0 uid=101 ino=55512 v6only=0
                tcp TIME_WAIT rq=0 wq=0 [fd28:4::2]:80 [fd28:4::1]:40000 uid=0 ino=0
                """))
        .containsExactly(
            new Socket(
                Protocol.TCP,
                State.LISTEN,
                Address.LOOPBACK4,
                3306,
                Address.ANY4,
                0,
                OptionalLong.of(0),
                OptionalLong.of(80),
                OptionalInt.of(101),
                OptionalLong.of(55512),
                Optional.of(false)),
            new Socket(
                Protocol.TCP,
                State.TIME_WAIT,
                Address.of("fd28:4::2"),
                80,
                Address.of("fd28:4::1"),
                40000,
                OptionalLong.of(0),
                OptionalLong.of(0),
                OptionalInt.of(0),
                OptionalLong.empty(),
                Optional.empty()));
  }

  @Test
  void aFieldThatTheKernelDoesNotTellIsEmpty() throws Unobservable {
    assertThat(sockets("udp CLOSE 127.0.0.11:44444 0.0.0.0:0\n"))
        .containsExactly(
            new Socket(
                Protocol.UDP,
                State.CLOSE,
                Address.of("127.0.0.11"),
                44444,
                Address.ANY4,
                0,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "tcp LISTEN 0.0.0.0:80 0.0.0.0:0, true",
    "tcp ESTABLISHED 10.0.0.2:80 10.0.0.1:4000, false",
    "tcp CLOSE 0.0.0.0:80 0.0.0.0:0, false",
    "udp CLOSE 0.0.0.0:53 0.0.0.0:0, true",
    "udp CLOSE 0.0.0.0:0 0.0.0.0:0, false",
    "udp ESTABLISHED 10.0.0.2:53 10.0.0.1:4000, false",
  })
  void knowsWhatListens(String line, boolean listens) throws Unobservable {
    assertThat(sockets(line).getFirst().isListening()).isEqualTo(listens);
  }

  @ParameterizedTest
  @CsvSource({
    "tcp LISTEN 0.0.0.0:80 0.0.0.0:0, 172.17.0.2, true",
    "tcp LISTEN 0.0.0.0:80 0.0.0.0:0, fd28:4::2, false",
    "tcp LISTEN 172.17.0.2:80 0.0.0.0:0, 172.17.0.2, true",
    "tcp LISTEN 127.0.0.1:80 0.0.0.0:0, 172.17.0.2, false",
    "tcp LISTEN [::]:80 [::]:0 v6only=0, 172.17.0.2, true",
    "tcp LISTEN [::]:80 [::]:0 v6only=1, 172.17.0.2, false",
    "tcp LISTEN [::]:80 [::]:0, 172.17.0.2, ",
    "tcp LISTEN [::]:80 [::]:0 v6only=1, fd28:4::2, true",
    "tcp LISTEN [::ffff:172.17.0.2]:80 [::]:0, 172.17.0.2, true",
  })
  void knowsWhichAddressesItTakes(String line, String destination, Boolean accepts)
      throws Unobservable {
    assertThat(sockets(line).getFirst().accepts(Address.of(destination)))
        .isEqualTo(Optional.ofNullable(accepts));
  }

  @Test
  void keepsTheLineThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> sockets("tcp LISTENING 0.0.0.0:80 0.0.0.0:0"))
        .isInstanceOf(Unobservable.class)
        .hasMessage("sockets: tcp LISTENING 0.0.0.0:80 0.0.0.0:0");
  }

  private static List<Socket> sockets(String dump) throws Unobservable {
    return new SocketsProbe(Namespace.HOST)
        .observe(new Answers().with(new Request.DumpSockets(Namespace.HOST), dump));
  }
}

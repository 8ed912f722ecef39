package dockdiag.probes.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.net.Port;
import dockdiag.probes.net.Protocol;
import dockdiag.probes.reach.Reach.Outcome;
import dockdiag.probes.reach.Reach.Then;
import org.junit.jupiter.api.Test;

class ConnectProbeTest {

  private static final Namespace WEB = new Namespace.OfContainer("web", 319);
  private static final Address MYSQL = Address.of("172.18.0.2");
  private static final Port PORT = new Port(3306, Protocol.TCP);

  @Test
  void readsWhatTheServerSaid() throws Unobservable {
    assertThat(
            reach("outcome: connected\nthen: closed\nreceived: E\\x00\\x00: Host is not allowed\n"))
        .isEqualTo(new Reach(Outcome.CONNECTED, Then.CLOSED, "E\\x00\\x00: Host is not allowed"));
  }

  @Test
  void readsThatNobodyAnswers() throws Unobservable {
    assertThat(reach("outcome: timed-out\n"))
        .isEqualTo(new Reach(Outcome.TIMED_OUT, Then.NONE, ""));
  }

  @Test
  void doesNotGuess() {
    assertThatThrownBy(() -> reach("outcome: perhaps\n"))
        .isInstanceOf(Unobservable.class)
        .hasMessage("connect netns/web -> 172.18.0.2:3306/tcp: perhaps");
  }

  @Test
  void canBeRepeatedByHand() {
    assertThat(new ConnectProbe(WEB, MYSQL, PORT, "").byHand())
        .isEqualTo("nsenter --target 319 --net nc -zv -w 3 172.18.0.2 3306");
  }

  private static Reach reach(String answer) throws Unobservable {
    return new ConnectProbe(WEB, MYSQL, PORT, "")
        .observe(new Answers().with(new Request.Connect(WEB, MYSQL, PORT, ""), answer));
  }
}

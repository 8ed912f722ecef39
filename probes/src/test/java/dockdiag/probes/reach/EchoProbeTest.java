package dockdiag.probes.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Request.Fragments;
import dockdiag.probes.Unobservable;
import dockdiag.probes.net.Address;
import dockdiag.probes.reach.Echo.Outcome;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EchoProbeTest {

  private static final Namespace WEB = new Namespace.OfContainer("web", 319);
  private static final Address DB = Address.of("172.18.0.2");
  private static final OptionalInt NONE = OptionalInt.empty();

  @Test
  void readsTheRoundTrip() throws Unobservable {
    assertThat(echo("outcome: answered\nmicros: 412\n"))
        .isEqualTo(new Echo(Outcome.ANSWERED, OptionalInt.of(412), Optional.empty(), NONE, NONE));
  }

  @Test
  void readsWhoSaidWhatWithWhichCode() throws Unobservable {
    assertThat(echo("outcome: unreachable\nby: 172.18.0.1\ncode: 13\n"))
        .isEqualTo(
            new Echo(
                Outcome.UNREACHABLE,
                NONE,
                Optional.of(Address.of("172.18.0.1")),
                OptionalInt.of(13),
                NONE));
  }

  @Test
  void doesNotGuess() {
    for (String strange :
        new String[] {
          "outcome: perhaps\n", "outcome: answered\nmicros: -1\n", "outcome: unreachable\nby: x\n"
        }) {
      assertThatThrownBy(() -> echo(strange))
          .isInstanceOf(Unobservable.class)
          .hasMessageStartingWith("echo netns/web -> 172.18.0.2: ");
    }
  }

  @Test
  void aWholePacketCountsItsHeaders() {
    assertThat(EchoProbe.whole(WEB, DB, 1500))
        .isEqualTo(new EchoProbe(WEB, DB, 1472, Fragments.FORBIDDEN));
    assertThat(EchoProbe.whole(WEB, Address.of("fd00::2"), 1500).bytes()).isEqualTo(1452);
  }

  @Test
  void canBeRepeatedByHand() {
    assertThat(EchoProbe.whole(WEB, DB, 1500).byHand())
        .isEqualTo("nsenter --target 319 --net ping -c 1 -W 3 -M do -s 1472 172.18.0.2");
    assertThat(EchoProbe.of(Namespace.HOST, DB).byHand()).isEqualTo("ping -c 1 -W 3 172.18.0.2");
  }

  private static Echo echo(String answer) throws Unobservable {
    EchoProbe probe = EchoProbe.of(WEB, DB);
    return probe.observe(
        new Answers().with(new Request.Echo(WEB, DB, probe.bytes(), Fragments.ALLOWED), answer));
  }
}

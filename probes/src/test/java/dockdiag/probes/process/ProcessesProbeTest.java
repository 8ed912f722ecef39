package dockdiag.probes.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdiag.probes.Answers;
import dockdiag.probes.Namespace;
import dockdiag.probes.Request;
import dockdiag.probes.Unobservable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessesProbeTest {

  private static final Namespace WEB = new Namespace.OfContainer("web", 319);

  @Test
  void readsWhoHoldsWhichSockets() throws Unobservable {
    List<RunningProcess> processes =
        processes(
            """
            319\t1\tS\t0\t123456\thttpd\t55512,55513\thttpd -f -p 80
            402\t7\tZ\t4294967294\t123999\tsh\t\t
            """);

    assertThat(processes)
        .containsExactly(
            new RunningProcess(
                319, 1, 'S', 0, 123_456, "httpd", Set.of(55512L, 55513L), "httpd -f -p 80"),
            new RunningProcess(402, 7, 'Z', -2, 123_999, "sh", Set.of(), ""));
    assertThat(processes.getFirst().holds(55513)).isTrue();
    assertThat(processes.getFirst().holds(1)).isFalse();
  }

  @Test
  void aProcessThatIsClosedHoldsNothingThatIsKnown() throws Unobservable {
    assertThat(processes("1\t1\tS\t0\t25\tinit\t?\t/init\n"))
        .containsExactly(new RunningProcess(1, 1, 'S', 0, 25, "init", Set.of(), "/init"));
  }

  @Test
  void keepsTheLineThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> processes("319 httpd\n"))
        .isInstanceOf(Unobservable.class)
        .hasMessage("processes: 319 httpd");
  }

  private static List<RunningProcess> processes(String list) throws Unobservable {
    return new ProcessesProbe(WEB)
        .observe(new Answers().with(new Request.ListProcesses(WEB), list));
  }
}
